/** `/docs` as a person sees it. */
import { expect, test } from 'vitest';
import { useDesk } from './desk.ts';

const desk = useDesk();

test('the page of the API lists its operations, asks no other site and breaks no rule of its own policy', async () => {
  const { operations, asked, complaints } = await desk().visit('/', async (page) => {
    const asked = new Set<string>();
    const complaints: string[] = [];
    page.on('request', (request) => asked.add(new URL(request.url()).host));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(`${desk().laptop.api}/docs`);
    await page.locator('.opblock').first().waitFor();
    return { operations: await page.locator('.opblock').count(), asked: [...asked], complaints };
  });
  expect(operations).toBeGreaterThan(20);
  expect(asked).toEqual([new URL(desk().laptop.api).host]);
  expect(complaints).toEqual([]);
});
