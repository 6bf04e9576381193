import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createDatabase, type TestDatabase } from '../inbox/createDatabase.ts';
import { buildInbox } from './buildInbox.ts';
import { type Desk, launchBrowser, openDesk } from './openDesk.ts';
import { addDeal, addTag, expectShown, type } from './operate.ts';
import type { Moment } from './serveToBeKilled.ts';
import { type ServerProcess, startServerProcess } from './startServerProcess.ts';

let database: TestDatabase;
let server: ServerProcess;
let browser: Browser;
let ana: Desk;

beforeAll(async () => {
  [database, browser] = await Promise.all([
    createDatabase({ isLasting: true }),
    launchBrowser(),
    buildInbox(),
  ]);
  server = await startServerProcess({ port: 0, ...database.options });
  ana = await openDesk(browser, { url: server.url, operator: 'Ana Souza' });
});

afterAll(async () => {
  await browser?.close();
  await server?.kill();
  await database?.drop();
});

/** The same data and the same address, as after any crash. */
async function startAgain(): Promise<void> {
  server = await startServerProcess({ port: Number(new URL(server.url).port), ...database.options });
}

/** Does something, kills the server in the midst of saving it, and starts it again. */
async function killWhileSaving(moment: Moment, act: () => Promise<void>, { saves = 1 } = {}): Promise<void> {
  const stopped = server.stopAt(moment, saves);
  await act();
  await stopped;
  await server.kill();
  await startAgain();
}

/** Opens a conversation that nobody has news for. */
async function visit(name: string, id: string) {
  await ana.open(name);
  await ana.card.getByRole('heading', { name }).waitFor();
  await ana.page.waitForLoadState('networkidle').catch(() => {});
  return { id, before: await server.records.log(id) };
}

/** The card has heard the server: nothing waits, has failed or is asked about. */
async function settle() {
  const { card } = ana;
  const unsettled = card.locator('[data-pending], [data-failed], [data-conflict]');
  await expect.poll(() => unsettled.count(), { timeout: 40_000 }).toBe(0);
  expect(await card.getByRole('button', { name: 'Retry' }).count()).toBe(0);
}

async function expectOneDeal(id: string, name: string) {
  const deals = await server.records.deals(id);
  expect(deals.filter((deal) => deal.name === name)).toMatchObject([{ stepId: 'store-quote' }]);
  const said = await server.records.saidByBot(id);
  expect(said.filter((text) => text.includes(name))).toHaveLength(1);
  expect(await ana.card.getByRole('article', { name }).count()).toBe(1);
}

/** What was written since then. */
async function logSince(subscriberId: string, before: readonly unknown[]) {
  return (await server.records.log(subscriberId)).slice(before.length);
}

afterEach(() => {
  const errors = ana.takeErrors().filter((error) => !isOfTheKill(error));
  expect(errors).toEqual([]);
});

describe('a server that is killed before it commits', () => {
  test('keeps the value of a variable, once', async () => {
    const { id, before } = await visit('Valentina Restrepo', 'valentina-restrepo');
    await killWhileSaving('before-commit', () => type(ana, 'Dress size', 'Linen 46'));
    await settle();
    expect(await server.records.variable(id, 'dress_size')).toMatchObject({ value: 'Linen 46' });
    expect(await logSince(id, before)).toMatchObject([
      { kind: 'variable-changed', subjectId: 'dress_size', after: 'Linen 46' },
    ]);
  });

  test('keeps a tag, once', async () => {
    const { id, before } = await visit('Emre Yılmaz', 'emre-yilmaz');
    await killWhileSaving('before-commit', () => addTag(ana, 'Call back'));
    await settle();
    expect(await server.records.tags(id)).toEqual(['İstanbul', 'Call back']);
    expect(await logSince(id, before)).toMatchObject([{ kind: 'tag-added', after: 'Call back' }]);
  });

  test('makes a deal, once, and its automation speaks once', async () => {
    const { id, before } = await visit('Ірина Бондар', 'iryna-bondar');
    await killWhileSaving('before-commit', () => addDeal(ana, 'Linen skirt'));
    await settle();
    await expectOneDeal(id, 'Linen skirt');
    expect(await logSince(id, before)).toMatchObject([{ kind: 'deal-created' }]);
  });

  test('changes a contact, all of its fields together, once', async () => {
    const { id, before } = await visit('Marina Oliveira', 'marina-oliveira');
    await killWhileSaving('before-commit', async () => {
      await ana.card.getByRole('tab', { name: 'Contact', exact: true }).click();
      await ana.card.getByLabel('First name').fill('Marina Luísa');
      await ana.card.getByLabel('Last name').fill('Prado');
      await ana.card.getByRole('button', { name: 'Save contact' }).click();
    });
    await settle();
    expect(await server.records.contact(id)).toMatchObject({ firstName: 'Marina Luísa', lastName: 'Prado' });
    expect(await logSince(id, before)).toMatchObject([
      { kind: 'contact-changed', field: 'firstName', after: 'Marina Luísa' },
      { kind: 'contact-changed', field: 'lastName', after: 'Prado' },
    ]);
  });
});

test('a server that is killed between commit and answer: four saves are there, each once', async () => {
  const { id, before } = await visit('김서연', 'kim-seoyeon');
  await killWhileSaving(
    'after-commit',
    async () => {
      await addDeal(ana, 'Canvas bag');
      await ana.card.getByRole('tab', { name: 'Add contact' }).click();
      await ana.card.getByLabel('First name').fill('서연');
      await ana.card.getByRole('button', { name: 'Save contact' }).click();
      await addTag(ana, 'Bags');
      await type(ana, 'Dress size', '66');
    },
    { saves: 4 },
  );
  await settle();
  expect(await server.records.variable(id, 'dress_size')).toMatchObject({ value: '66' });
  expect(await server.records.tags(id)).toEqual(['Seoul', 'First order', 'Bags']);
  expect(await server.records.contact(id)).toMatchObject({ firstName: '서연' });
  const log = await logSince(id, before);
  expect(log.map(({ kind }) => kind).sort()).toEqual([
    'contact-created',
    'contact-linked',
    'deal-created',
    'tag-added',
    'variable-changed',
  ]);
  await ana.card.getByRole('tab', { name: 'Deals' }).click();
  await expectOneDeal(id, 'Canvas bag');
});

test('a server that comes back is read again, and its news are live', async () => {
  const { id } = await visit('Valentina Restrepo', 'valentina-restrepo');
  const read = ana.page.waitForResponse(
    (response) => new URL(response.url()).pathname === `/api/v1/subscribers/${id}` && response.ok(),
    { timeout: 40_000 },
  );
  await server.kill();
  await ana.page.getByText('Reconnecting…').waitFor();
  await startAgain();
  await read;
  const bruno = await openDesk(browser, { url: server.url, operator: 'Bruno Lima' });
  await bruno.open('Valentina Restrepo');
  await type(bruno, 'Dress size', 'Silk 38');
  await expectShown(ana.card, 'Silk 38');
  await bruno.close();
});

/** What the browser itself notes of a server that is not there, or says that it is starting. */
function isOfTheKill(error: string): boolean {
  return /net::ERR_|status of 503/.test(error);
}
