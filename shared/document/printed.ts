/** Cells and characters printed so far, where a few bytes of a file may stand for any number of them. */
import { MAX_CELLS, MAX_REPEATED_CHARACTERS, refuse } from './limits.ts';

export class Printed {
  #cells = 0;
  #characters = 0;

  /** Counts `cells` that hold `characters` together, printed `times` over. @throws UnreadableError FILE.BOMB. */
  add(cells: number, characters: number, times = 1): void {
    this.#cells += cells * times;
    this.#characters += characters * times;
    if (this.#cells > MAX_CELLS) refuse(`more than ${MAX_CELLS} cells`);
    if (this.#characters > MAX_REPEATED_CHARACTERS) refuse(`cells of more than ${MAX_REPEATED_CHARACTERS} characters`);
  }
}
