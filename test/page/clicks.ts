/** The clicks of a hand: what a person presses is counted, keys are not. */
import type { Locator, Page } from 'playwright-core';

export interface Hand {
  click(target: string | Locator): Promise<void>;
  /** A press into a field, then keys. */
  type(target: string, text: string): Promise<void>;
  /** A list is opened and a line of it chosen: two clicks. */
  choose(target: string, value: string): Promise<void>;
  clicks(): number;
}

export function handOn(page: Page): Hand {
  let clicks = 0;
  const locate = (target: string | Locator) => (typeof target === 'string' ? page.locator(target).first() : target);
  const click = async (target: string | Locator) => {
    clicks += 1;
    await locate(target).click();
  };
  return {
    click,
    async type(target, text) {
      await click(target);
      await page.keyboard.type(text);
    },
    async choose(target, value) {
      clicks += 2;
      await locate(target).selectOption(value);
    },
    clicks: () => clicks,
  };
}
