import type { Browser } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { type Inbox, startInbox } from '../inbox/startInbox.ts';
import { buildInbox } from './buildInbox.ts';
import { createRecords, type Records } from './createRecords.ts';
import { type Desk, launchBrowser, openDesk } from './openDesk.ts';
import { addDeal, edit, expectShown, expectStored, type } from './operate.ts';
import { type ServerProxy, startProxy } from './startProxy.ts';
import { makeTwentyEdits, written } from './twentyEdits.ts';

let inbox: Inbox;
let proxy: ServerProxy;
let records: Records;
let browser: Browser;
let ana: Desk;

beforeAll(async () => {
  const starting = buildInbox().then(() => startInbox());
  [inbox, browser] = await Promise.all([starting, launchBrowser()]);
  proxy = await startProxy(inbox.url);
  records = createRecords(inbox);
});

beforeEach(async () => {
  proxy.letBack();
  ana = await openDesk(browser, { url: proxy.url, operator: 'Ana Souza' });
  onTestFinished(() => ana.close());
});

afterAll(async () => {
  await browser?.close();
  await proxy?.close();
  await inbox?.close();
});

test('twenty edits without an API, a reload, and the API again: twenty are saved, each once', async () => {
  for (const name of ['Marina Oliveira', 'Valentina Restrepo', 'Giulia Conti']) await readAll(name);
  const before = await readLog();
  const leaves: string[] = [];
  ana.page.on('dialog', (dialog) => {
    leaves.push(dialog.type());
    return dialog.accept();
  });

  proxy.cutOff();
  await ana.page.getByText('Reconnecting…').waitFor();
  await makeTwentyEdits(ana);
  // Typed and not submitted.
  await edit(ana, 'Phone');
  await ana.card.getByLabel('Phone', { exact: true }).first().fill('+39 06 7');
  await expectShown(unsaved(), '20 unsaved');
  expect(await readLog()).toEqual(before);

  await ana.page.reload();
  expect(leaves).toEqual(['beforeunload']);
  await ana.page.getByRole('navigation').getByRole('alert').waitFor();
  await expectShown(ana.page.getByRole('main'), 'No connection');
  await expectShown(unsaved(), '20 unsaved');

  const backAt = performance.now();
  proxy.letBack();
  await expect.poll(() => proxy.answered, { interval: 10, timeout: 10_000 }).toBeGreaterThan(0);
  const reachedAt = performance.now();
  const countSaved = async () => (await readLog()).length - before.length;
  await expect.poll(countSaved, { interval: 10, timeout: 10_000 }).toBe(written.length);
  const savedAt = performance.now();
  console.log(
    `20 of 20 saved ${Math.round(savedAt - reachedAt)} ms after the first answer, ` +
      `${Math.round(savedAt - backAt)} ms after the API was back`,
  );

  // Each once, and of two edits of one field the later: what stands in the log stands there by one write.
  const log = (await readLog()).slice(before.length);
  expect(log.sort()).toEqual(written.toSorted());
  await expectShown(unsaved(), '1 unsaved');
  const draft = ana.card.getByLabel('Phone', { exact: true }).first();
  expect(await draft.inputValue()).toBe('+39 06 7');
  await draft.fill('+39 06 700');
  await draft.press('Enter');
  await expectStored(() => records.variable('giulia-conti', 'phone')).toMatchObject({ value: '+39 06 700' });
  await expectShown(unsaved(), /^$/);
  await ana.card.getByRole('tab', { name: 'Deals' }).click();
  expect(await ana.card.getByRole('article', { name: 'Two summer dresses' }).count()).toBe(1);
  expect(await records.saidByBot('giulia-conti')).toHaveLength(2);
});

test('what a colleague changed before the reload is not overwritten after it', async () => {
  await ana.open('James O’Connor');
  const bruno = await openDesk(browser, { url: inbox.url, operator: 'Bruno Lima' });
  onTestFinished(() => bruno.close());
  await bruno.open('James O’Connor');
  proxy.cutOff();
  await type(ana, 'Orders so far', '3');
  await type(ana, 'Phone', '+353 86 765 4321');
  await type(bruno, 'Orders so far', '4');
  await expectStored(() => records.variable('james-oconnor', 'orders')).toMatchObject({ value: '4' });
  await ana.page.reload();
  proxy.letBack();

  const conflict = ana.card.getByRole('group', { name: 'Orders so far: two changes' });
  await expectShown(conflict, /Bruno Lima changed this to 4.*Yours: 3/);
  // What nobody else touched is saved without a question.
  await expectStored(() => records.variable('james-oconnor', 'phone')).toMatchObject({
    value: '+353 86 765 4321',
  });
  expect(await records.variable('james-oconnor', 'orders')).toMatchObject({ value: '4' });
  await conflict.getByRole('button', { name: 'Keep mine' }).click();
  await expectStored(() => records.variable('james-oconnor', 'orders')).toMatchObject({
    value: '3',
    updatedBy: 'Ana Souza',
  });
});

test('a tab that was doubled with a deal unsaved makes the deal once', async () => {
  await readAll('Emre Yılmaz');
  proxy.cutOff();
  await addDeal(ana, 'Woven bag');
  await expectShown(unsaved(), '1 unsaved');
  const opening = ana.page.waitForEvent('popup');
  await ana.page.evaluate(() => window.open(location.href));
  const double = await opening;
  await double.getByText('1 unsaved').waitFor();
  proxy.letBack();
  for (const page of [ana.page, double]) {
    const deal = page.getByRole('article', { name: 'Woven bag' });
    await deal.and(page.locator(':not([data-pending])')).waitFor();
    await expect.poll(() => deal.count()).toBe(1);
  }
  await expectShown(unsaved(), /^$/);
  expect(await records.deals('emre-yilmaz')).toMatchObject([{ name: 'Woven bag' }]);
  expect(await records.saidByBot('emre-yilmaz')).toHaveLength(2);
});

test('what is typed and not submitted is there after a reload, and nobody is asked', async () => {
  const asked: string[] = [];
  ana.page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    return dialog.accept();
  });
  await ana.open('Emre Yılmaz');
  const composer = ana.page.getByRole('textbox', { name: 'Message' });
  await composer.fill('Merhaba Emre,');
  await edit(ana, 'Dress size');
  await ana.card.getByLabel('Dress size', { exact: true }).fill('36 or per');
  await expectShown(unsaved(), '1 unsaved');
  await ana.page.reload();
  const editor = ana.card.getByLabel('Dress size', { exact: true });
  await expect.poll(() => editor.inputValue()).toBe('36 or per');
  expect(await composer.inputValue()).toBe('Merhaba Emre,');
  expect(asked).toEqual([]);
  const line = ana.page.getByRole('link', { name: /^Emre Yılmaz .*Not all is saved/ });
  await line.waitFor();
  expect((await records.variable('emre-yilmaz', 'dress_size'))?.value ?? null).toBeNull();
  await editor.press('Escape');
  await line.waitFor({ state: 'detached' });
});

/** What the shell says of everything that is not saved. */
function unsaved() {
  return ana.page.getByRole('status').first();
}

type LogRow = Awaited<ReturnType<Records['log']>>[number];

async function readLog(): Promise<string[]> {
  const rows = await records.log('marina-oliveira', 'valentina-restrepo', 'giulia-conti');
  return rows.map(toLine);
}

function toLine({ subscriberId, kind, subjectId, field, after }: LogRow): string {
  const what = kind === 'variable-changed' ? subjectId : field;
  const value = kind === 'deal-created' ? null : after;
  return [subscriberId, kind, what, value && JSON.stringify(value)].filter(Boolean).join(' ');
}

/** Reads everything of a subscriber that the edits will need, as an operator does who has worked here all day. */
async function readAll(name: string) {
  await ana.open(name);
  await ana.card.getByRole('tab', { name: /contact/i }).click();
  await ana.card.getByLabel('First name').waitFor();
  await ana.card.getByRole('tab', { name: 'Deals' }).click();
  await ana.card.getByRole('button', { name: 'Add deal' }).waitFor();
  const field = ana.card.getByRole('combobox', { name: 'Add tag' });
  await field.fill('Refund');
  await ana.page.getByRole('option', { name: 'Refund' }).waitFor();
  // Closes the list, then clears the text.
  await field.press('Escape');
  await field.press('Escape');
}
