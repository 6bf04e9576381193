import type { Locator } from 'playwright';
import { expect } from 'vitest';
import type { Desk } from './openDesk.ts';

/** Asks again until the database says so. */
export function expectStored<T>(read: () => Promise<T>) {
  return expect.poll(read, { timeout: 15_000 });
}

/** The card shows this text, at once or soon. */
export async function expectShown(place: Locator, text: string | RegExp): Promise<void> {
  await expect.poll(() => place.textContent(), { timeout: 15_000 }).toMatch(text);
}

/** Opens the editor of a variable, or of a deal, by its pencil. */
export async function edit({ card }: Desk, label: string): Promise<void> {
  const pencil = card.getByRole('button', { name: `Edit ${label}`, exact: true });
  await pencil.click();
  // What comes in above it at that very moment moves it from under the press: an operator presses again.
  await pencil.waitFor({ state: 'detached', timeout: 2_000 }).catch(() => pencil.click());
}

/** Picks from a list of the card. */
export async function pick(desk: Desk, list: string, option: string): Promise<void> {
  await desk.card.getByRole('combobox', { name: list }).click();
  await desk.page.getByRole('option', { name: option, exact: true }).click();
}

/** Edits a variable that is typed, and presses Enter. */
export async function type(desk: Desk, label: string, text: string): Promise<void> {
  await edit(desk, label);
  const editor = desk.card.getByLabel(label, { exact: true });
  await editor.fill(text);
  await editor.press('Enter');
}

/** Finds a tag of the vocabulary, and assigns it. */
export async function addTag({ page, card }: Desk, name: string): Promise<void> {
  const field = card.getByRole('combobox', { name: 'Add tag' });
  await field.fill(name);
  await page.getByRole('option', { name, exact: true }).click();
  await field.press('Escape');
}

/** Fills the form of a new deal, and saves it. */
export async function addDeal(desk: Desk, name: string): Promise<void> {
  const { card } = desk;
  await card.getByRole('tab', { name: 'Deals' }).click();
  await card.getByRole('button', { name: 'Add deal' }).click();
  await card.getByLabel('Name').fill(name);
  await pick(desk, 'Step', 'Quote sent');
  await card.getByRole('button', { name: 'Save deal' }).click();
}

/** The address that a link opens in its new tab. */
export async function openedBy({ page }: Desk, link: Locator): Promise<string> {
  const opening = page.context().waitForEvent('page');
  await link.click();
  const popup = await opening;
  await popup.waitForLoadState('domcontentloaded').catch(() => {});
  const url = popup.url();
  await popup.close();
  return url;
}

/** What the server knows the operator by. */
export async function readToken({ page }: Desk): Promise<string> {
  return page.evaluate(() => JSON.parse(sessionStorage.getItem('inbox.session') ?? '{}').token);
}

/** Draws the pointer over a part of a message, as an operator does. */
export async function selectText({ page, messages }: Desk, message: string, part: string): Promise<void> {
  const bubble = messages.getByText(message).first();
  await bubble.scrollIntoViewIfNeeded();
  const rect = await bubble.evaluate((element, wanted) => {
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text;
    const start = text.data.indexOf(wanted);
    const range = document.createRange();
    range.setStart(text, start);
    range.setEnd(text, start + wanted.length);
    return range.getBoundingClientRect().toJSON() as DOMRect;
  }, part);
  const middle = rect.y + rect.height / 2;
  await page.mouse.move(rect.x + 1, middle);
  await page.mouse.down();
  await page.mouse.move(rect.x + rect.width / 2, middle);
  await page.mouse.move(rect.x + rect.width, middle);
  await page.mouse.up();
}
