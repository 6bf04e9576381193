import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Locator } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { sign } from '../../examples/inbox/server/routes/webhookRoutes.ts';
import { members } from '../../examples/inbox/server/schema.ts';
import { type Inbox, startInbox, webhookSecret } from '../inbox/startInbox.ts';
import { buildInbox } from './buildInbox.ts';
import { createRecords, type Records } from './createRecords.ts';
import { type Desk, type DeskOptions, expectShown, launchBrowser, openDesk } from './openDesk.ts';

// One server, one browser and two operators for all tests: each test works on a subscriber of its own.
let inbox: Inbox;
let records: Records;
let browser: Browser;
let ana: Desk;
let bruno: Desk;

beforeAll(async () => {
  [inbox, browser] = await Promise.all([startInbox(), launchBrowser(), buildInbox()]);
  records = createRecords(inbox);
  ana = await openDesk(browser, { url: inbox.url, operator: 'Ana Souza' });
  bruno = await openDesk(browser, { url: inbox.url, operator: 'Bruno Lima' });
});

afterAll(async () => {
  await browser?.close();
  await inbox?.close();
});

async function openAnother(options: Omit<DeskOptions, 'url'>): Promise<Desk> {
  const desk = await openDesk(browser, { url: inbox.url, ...options });
  onTestFinished(() => desk.close());
  return desk;
}

/** Asks again until the database says so. */
function expectStored<T>(read: () => Promise<T>) {
  return expect.poll(read, { timeout: 15_000 });
}

async function edit({ card }: Desk, label: string): Promise<void> {
  await card.getByRole('button', { name: `Edit ${label}`, exact: true }).click();
}

async function pick(desk: Desk, list: string, option: string): Promise<void> {
  await desk.card.getByRole('combobox', { name: list }).click();
  await desk.page.getByRole('option', { name: option, exact: true }).click();
}

/** Edits a variable that is typed, and presses Enter. */
async function type(desk: Desk, label: string, text: string): Promise<void> {
  await edit(desk, label);
  const editor = desk.card.getByLabel(label, { exact: true });
  await editor.fill(text);
  await editor.press('Enter');
}

const typed: [type: string, label: string, key: string, text: string, stored: unknown][] = [
  ['string', 'Dress size', 'dress_size', 'L / 44', 'L / 44'],
  ['number', 'Orders so far', 'orders', '1,204.5', '1204.5'],
  ['date', 'Birthday', 'birthday', '1990-02-28', '1990-02-28'],
  ['datetime', 'Next fitting', 'next_fitting', '2027-01-15T14:30', '2027-01-15T17:30:00Z'],
  ['phone', 'Phone', 'phone', '+55 (11) 91234-5678', '+55 (11) 91234-5678'],
  ['email', 'Email', 'email', 'nova@estudiomo.example', 'nova@estudiomo.example'],
  ['url', 'Web page', 'portfolio', 'https://estudiomo.example/novo', 'https://estudiomo.example/novo'],
  ['currency', 'Budget', 'budget', '2,345.60', { amount: '2345.6', currency: 'BRL' }],
];

test.each(typed)(
  'a variable of type %s is edited in place and stored',
  async (_type, label, key, text, stored) => {
    await ana.open('Marina Oliveira');
    await type(ana, label, text);
    await expectStored(() => records.variable('marina-oliveira', key)).toMatchObject({
      value: stored,
      updatedBy: 'Ana Souza',
    });
  },
);

test('a variable of type text is edited over several lines and stored', async () => {
  await ana.open('Marina Oliveira');
  await edit(ana, 'Delivery notes');
  const editor = ana.card.getByRole('textbox', { name: 'Delivery notes' });
  await editor.fill('Portaria 24 h.');
  await editor.press('Enter');
  await editor.pressSequentially('Interfone 12.');
  await editor.press('Control+Enter');
  await expectStored(() => records.variable('marina-oliveira', 'delivery_notes')).toMatchObject({
    value: 'Portaria 24 h.\nInterfone 12.',
  });
});

test('a variable of type boolean is switched and stored', async () => {
  await ana.open('Marina Oliveira');
  await ana.card.getByRole('switch', { name: 'Wants invoices' }).click();
  await expectStored(() => records.variable('marina-oliveira', 'wants_invoices')).toMatchObject({
    value: true,
  });
});

test('a variable of type select is picked from its options and stored', async () => {
  await ana.open('Marina Oliveira');
  await edit(ana, 'Loyalty plan');
  await ana.page.getByRole('option', { name: 'Gold' }).click();
  await expectStored(() => records.variable('marina-oliveira', 'plan')).toMatchObject({ value: 'gold' });
});

test('a variable of type multiselect is picked from its options and stored', async () => {
  await ana.open('Marina Oliveira');
  await edit(ana, 'Interested in');
  await ana.page.getByRole('option', { name: 'Bags' }).click();
  await ana.page.getByRole('option', { name: 'Sandals' }).click();
  await ana.card.getByRole('heading', { name: 'Marina Oliveira' }).click();
  // The order of several options has no meaning.
  await expectStored(() => records.variable('marina-oliveira', 'interested_in')).toMatchObject({
    value: expect.toSatisfy((ids: string[]) => ids.toSorted().join() === 'bags,linen'),
  });
});

test('a text that is no number is refused beside its field and stays as typed', async () => {
  await ana.open('Marina Oliveira');
  await type(ana, 'Orders so far', 'many');
  await expectShown(ana.card, /Enter a number/);
  const editor = ana.card.getByLabel('Orders so far', { exact: true });
  expect(await editor.inputValue()).toBe('many');
  await editor.press('Escape');
  expect((await records.variable('marina-oliveira', 'orders'))?.value).toBe('1204.5');
});

test('a tag is added, another one created, and one removed', async () => {
  await ana.open('Emre Yılmaz');
  const field = ana.card.getByRole('combobox', { name: 'Add tag' });
  await field.click();
  await field.fill('vip');
  await ana.page.getByRole('option', { name: 'VIP' }).click();
  await expectStored(() => records.tags('emre-yilmaz')).toEqual(['İstanbul', 'VIP']);

  await field.fill('Waits for the red bag');
  await ana.page.getByRole('option', { name: 'Create “Waits for the red bag”' }).click();
  await expectStored(() => records.tags('emre-yilmaz')).toEqual(['İstanbul', 'VIP', 'Waits for the red bag']);

  await field.press('Escape');
  await ana.card.getByRole('button', { name: 'Remove tag VIP' }).click();
  await expectStored(() => records.tags('emre-yilmaz')).toEqual(['İstanbul', 'Waits for the red bag']);
});

test('a deal is added with its pipeline, step, name, value and team member', async () => {
  await ana.open('Giulia Conti');
  await ana.card.getByRole('button', { name: 'Add deal' }).click();
  await pick(ana, 'Pipeline', 'Wholesale');
  await pick(ana, 'Step', 'Samples sent');
  await ana.card.getByLabel('Name').fill('Two summer dresses');
  await ana.card.getByLabel('Value').fill('640.5');
  await ana.card.getByLabel('Currency').selectOption('EUR');
  await pick(ana, 'Assignee', 'Carla Mendes');
  await ana.card.getByRole('button', { name: 'Save deal' }).click();
  await expectStored(() => records.deals('giulia-conti')).toMatchObject([
    {
      name: 'Two summer dresses',
      pipelineId: 'wholesale',
      stepId: 'wholesale-samples',
      currency: 'EUR',
      assigneeId: 'carla',
      updatedBy: 'Ana Souza',
    },
  ]);
  expect(Number((await records.deals('giulia-conti'))[0]?.amount)).toBe(640.5);
});

test('a step is changed, and the bot tells the subscriber once', async () => {
  const moved = '“Two summer dresses” has moved on: Negotiation.';
  await ana.open('Giulia Conti');
  await edit(ana, 'deal Two summer dresses');
  await pick(ana, 'Step', 'Negotiation');
  await ana.card.getByLabel('Name').press('Enter');
  await expectStored(() => records.deals('giulia-conti')).toMatchObject([
    { stepId: 'wholesale-negotiation' },
  ]);
  await expectShown(ana.messages, moved);
  expect((await records.saidByBot('giulia-conti')).filter((text) => text === moved)).toHaveLength(1);
  expect(await ana.messages.getByText(moved).count()).toBe(1);
});

test('the name and the value of a deal are changed', async () => {
  await ana.open('Giulia Conti');
  await edit(ana, 'deal Two summer dresses');
  await ana.card.getByLabel('Name').fill('Three summer dresses');
  await ana.card.getByLabel('Value').fill('900');
  await ana.card.getByLabel('Value').press('Enter');
  await expectStored(() => records.deals('giulia-conti')).toMatchObject([{ name: 'Three summer dresses' }]);
  expect(Number((await records.deals('giulia-conti'))[0]?.amount)).toBe(900);
});

test('a deal opens in the CRM by its icon', async () => {
  await ana.open('Giulia Conti');
  const [deal] = await records.deals('giulia-conti');
  const url = await openedBy(ana, ana.card.getByRole('link', { name: 'Open deal Three summer dresses' }));
  expect(url).toBe(`${inbox.url}/crm/deals/${deal?.number}`);
});

test('a contact is added, and updated by the same form', async () => {
  await ana.open('Олена Шевченко');
  await ana.card.getByRole('tab', { name: 'Add contact' }).click();
  await ana.card.getByLabel('First name').fill('Олена');
  await ana.card.getByLabel('Last name').fill('Шевченко');
  await ana.card.getByLabel('Phone', { exact: true }).last().fill('+380 67 123 45 67');
  await ana.card.getByRole('button', { name: 'Save contact' }).click();
  await expectStored(() => records.contact('olena-shevchenko')).toMatchObject({
    firstName: 'Олена',
    lastName: 'Шевченко',
    phones: [{ value: '+380 67 123 45 67', primary: true }],
    updatedBy: 'Ana Souza',
  });
  const created = await records.contact('olena-shevchenko');

  await ana.card.getByRole('tab', { name: 'Contact', exact: true }).waitFor();
  await ana.card.getByLabel('Last name').fill('Шевченко-Коваль');
  await ana.card.getByRole('button', { name: 'Add phone' }).click();
  await ana.card.getByRole('textbox', { name: 'Phone 2' }).fill('+380 50 000 11 22');
  await ana.card.getByRole('button', { name: 'Save contact' }).click();
  await expectStored(() => records.contact('olena-shevchenko')).toMatchObject({
    id: created?.id,
    lastName: 'Шевченко-Коваль',
    phones: [
      { value: '+380 67 123 45 67', primary: true },
      { value: '+380 50 000 11 22', primary: false },
    ],
  });
});

test('the other fields of a contact are shown on demand', async () => {
  await ana.open('Sophie Dubois-Lefèvre');
  await ana.card.getByRole('tab', { name: 'Contact', exact: true }).click();
  await ana.card.getByRole('button', { name: 'Show all' }).click();
  await expectShown(ana.card, /18 rue de la Préfecture/);
  await expectShown(ana.card, /compta@boutique-mediterranee\.example/);
});

test('more deals are shown page by page', async () => {
  await ana.open('Sophie Dubois-Lefèvre');
  await ana.card.getByRole('tab', { name: 'Deals' }).click();
  const deals = ana.card.getByRole('article');
  await deals.first().waitFor();
  const shown = await deals.count();
  expect(shown).toBeLessThan(45);
  const more = ana.card.getByRole('button', { name: 'Show more deals' });
  while (await more.isVisible()) {
    await more.click();
    await expect.poll(async () => (await deals.count()) > shown || !(await more.isVisible())).toBe(true);
    await ana.page.waitForTimeout(100);
  }
  await expect.poll(() => deals.count()).toBe(45);
});

test.each([
  ['share', 'https://t.me/ateliemar_vip'],
  ['invite', 'https://t.me/+Zk3VqXh1mLw5YTQy'],
])('the %s link of a Telegram group is copied', async (which, link) => {
  await ana.open('Ateliê Mar · clientes VIP 💎');
  await ana.page.bringToFront();
  await ana.card.getByRole('button', { name: `Copy ${which} link` }).click();
  await ana.card.getByRole('button', { name: 'Copied' }).first().waitFor();
  await expect.poll(() => ana.page.evaluate(() => navigator.clipboard.readText())).toBe(link);
});

test('the ad campaign links to the ad, and the chat quotes it above its message', async () => {
  await ana.open('Marina Oliveira');
  const name = 'Spring collection · Retargeting · São Paulo 25–44 · Carousel B';
  const url = await openedBy(ana, ana.card.getByRole('link', { name }));
  expect(url).toBe(`${inbox.url}/ads/120211337`);
  const quote = ana.messages
    .getByRole('article')
    .filter({ hasText: 'Oi! Vi o anúncio' })
    .getByRole('blockquote');
  await expectShown(quote, /Linho que respira/);
});

test('an ad whose address is broken is no link', async () => {
  await ana.open('Giulia Conti');
  await expectShown(ana.card, /Messenger test · link typed by hand/);
  expect(await ana.card.getByRole('link', { name: /Messenger test/ }).count()).toBe(0);
});

test('the username opens the profile on the network', async () => {
  await ana.open('Marina Oliveira');
  await openedBy(ana, ana.card.getByRole('link', { name: /marina\.oliveira/ }));
  expect(ana.outside).toContainEqual(
    expect.stringMatching(/^https:\/\/(www\.)?instagram\.com\/marina\.oliveira/),
  );
});

test('a purchase through the chatbot appears at another desk without a reload', async () => {
  await bruno.open('田中 美咲');
  await bruno.card.getByRole('tab', { name: 'Add contact' }).waitFor();
  const body = JSON.stringify({
    purchaseId: randomUUID(),
    subscriberId: 'tanaka-misaki',
    product: 'Sandals, 23.5 cm',
    amount: { amount: '18900', currency: 'JPY' },
    customer: { firstName: '美咲', lastName: '田中', email: 'misaki@tanaka.example' },
  });
  const headers = { 'x-signature': sign(webhookSecret, body) };
  const answer = await fetch(`${inbox.url}/webhooks/purchase`, { method: 'POST', headers, body });
  expect(answer.status).toBe(201);
  await bruno.card.getByRole('article', { name: 'Sandals, 23.5 cm' }).waitFor();
  await bruno.card.getByRole('tab', { name: 'Contact', exact: true }).waitFor();
  expect(await records.deals('tanaka-misaki')).toMatchObject([{ name: 'Sandals, 23.5 cm', amount: '18900' }]);
  expect(await records.contact('tanaka-misaki')).toMatchObject({ firstName: '美咲' });
});

test('two operators who edit different variables of one subscriber both keep what they wrote', async () => {
  await Promise.all([ana.open('Valentina Restrepo'), bruno.open('Valentina Restrepo')]);
  await edit(ana, 'Dress size');
  await edit(bruno, 'Web page');
  await ana.card.getByLabel('Dress size', { exact: true }).fill('XS');
  await bruno.card.getByLabel('Web page', { exact: true }).fill('https://valen.example/');
  await Promise.all([
    ana.card.getByLabel('Dress size', { exact: true }).press('Enter'),
    bruno.card.getByLabel('Web page', { exact: true }).press('Enter'),
  ]);
  await expectStored(async () => [
    await records.variable('valentina-restrepo', 'dress_size'),
    await records.variable('valentina-restrepo', 'portfolio'),
  ]).toMatchObject([
    { value: 'XS', updatedBy: 'Ana Souza' },
    { value: 'https://valen.example/', updatedBy: 'Bruno Lima' },
  ]);
  for (const { card } of [ana, bruno]) {
    await expectShown(card, /XS/);
    await expectShown(card, /valen\.example/);
  }
});

test('two operators who edit the same variable choose whose text stays', async () => {
  await Promise.all([ana.open('김서연'), bruno.open('김서연')]);
  await edit(ana, 'Dress size');
  const editor = ana.card.getByLabel('Dress size', { exact: true });
  await editor.fill('66');
  await type(bruno, 'Dress size', '77');
  await expectShown(ana.card, /Bruno Lima.*77/);
  expect(await editor.inputValue()).toBe('66');
  await ana.card.getByRole('button', { name: 'Keep mine' }).click();
  await expectStored(() => records.variable('kim-seoyeon', 'dress_size')).toMatchObject({
    value: '66',
    updatedBy: 'Ana Souza',
  });
  await expectShown(bruno.card, /66/);
});

test('text selected in the chat is saved to a variable', async () => {
  await ana.open('Marina Oliveira');
  await select(ana, 'Tamanho G / 42, pode anotar', 'G / 42');
  await ana.page.getByRole('toolbar').getByRole('button', { name: 'Save to Dress size' }).click();
  await expectStored(() => records.variable('marina-oliveira', 'dress_size')).toMatchObject({
    value: 'G / 42',
  });
  await expectShown(ana.card, /G \/ 42/);
});

test('a message is saved by keyboard, and the focus comes back to it', async () => {
  await ana.open('أحمد الفارسي');
  const message = ana.messages.getByRole('article').filter({ hasText: 'ممتاز' });
  await message.getByRole('button', { name: 'Save from this message' }).focus();
  await ana.page.keyboard.press('Enter');
  const first = ana.page.getByRole('toolbar').getByRole('button').first();
  await expect.poll(() => first.evaluate((button) => button === document.activeElement)).toBe(true);
  await ana.page.keyboard.press('Escape');
  const save = message.getByRole('button', { name: 'Save from this message' });
  await expect.poll(() => save.evaluate((button) => button === document.activeElement)).toBe(true);
});

test('a message of the operator is posted, and arrives at the other desk', async () => {
  await Promise.all([ana.open('Giulia Conti'), bruno.open('Giulia Conti')]);
  const text = `Buongiorno Giulia, spediamo domani. ${randomUUID().slice(0, 8)}`;
  await ana.page.getByRole('textbox', { name: 'Message' }).fill(text);
  await ana.page.keyboard.press('Enter');
  await expectShown(bruno.messages, text);
  expect(await ana.messages.getByText(text).count()).toBe(1);
  expect((await records.messages('giulia-conti')).at(-1)).toMatchObject({
    text,
    author: 'operator',
    authorName: 'Ana Souza',
  });
});

test('the root opens the newest conversation, and back and forward go through those that were open', async () => {
  const desk = await openAnother({ operator: 'Ana Souza' });
  const newest = desk.page.getByRole('navigation', { name: 'Conversations' }).getByRole('link').first();
  await expect.poll(() => newest.getAttribute('aria-current')).toBe('page');
  const root = desk.page.url();
  expect(root).toBe(new URL((await newest.getAttribute('href')) ?? '', inbox.url).href);

  await desk.open('Ірина Бондар');
  await desk.page.waitForURL('**/c/chat-iryna-bondar');
  await expectShown(desk.card, /Ірина Бондар/);
  await desk.page.goBack();
  await desk.page.waitForURL(root);
  await desk.page.goForward();
  await expectShown(desk.card, /Ірина Бондар/);
  await desk.page.reload();
  await expectShown(desk.card, /Ірина Бондар/);
});

test('a session that has ended is renewed in a dialog, and what waited is saved', async () => {
  const desk = await openAnother({ operator: 'Ana Souza' });
  await desk.open('Ірина Бондар');
  const headers = { authorization: `Bearer ${await readToken(desk)}` };
  await fetch(`${inbox.url}/api/session`, { method: 'DELETE', headers });
  await type(desk, 'Email', 'iryna@bondar.example');
  const dialog = desk.page.getByRole('dialog', { name: 'Your session has ended' });
  await dialog.getByRole('button', { name: 'Ana Souza' }).click();
  await expectStored(() => records.variable('iryna-bondar', 'email')).toMatchObject({
    value: 'iryna@bondar.example',
  });
  await dialog.waitFor({ state: 'detached' });
  expect(desk.takeErrors().filter((error) => !error.includes('status of 401'))).toEqual([]);
});

test('an operator of another workspace sees none of this one', async () => {
  await inbox.db.update(members).set({ isOperator: true });
  const desk = await openAnother({ operator: 'Helen Marsh' });
  const links = desk.page.getByRole('navigation', { name: 'Conversations' }).getByRole('link');
  expect(await links.count()).toBe(1);
  await expectShown(desk.card, /Rowan Ellis/);
  await desk.page.goto(`${inbox.url}/c/chat-marina-oliveira`);
  await desk.page.getByRole('heading', { name: 'There is no such conversation' }).waitFor();
  expect(await desk.page.getByText('Marina').count()).toBe(0);
  const headers = { authorization: `Bearer ${await readToken(desk)}` };
  const stolen = await fetch(`${inbox.url}/api/v1/subscribers/marina-oliveira`, { headers });
  expect(stolen.status).toBe(404);
});

test('the card is edited in Brazilian Portuguese as it is written there', async () => {
  const desk = await openAnother({ operator: 'Ana Souza', locale: 'pt-BR' });
  await desk.page.getByRole('link', { name: /^Sophie Dubois-Lefèvre / }).click();
  const card = desk.page.getByRole('complementary', { name: 'Cartão do assinante' });
  await card.getByRole('button', { name: 'Editar Budget' }).click();
  const editor = card.getByLabel('Budget', { exact: true });
  await editor.fill('12.345,67');
  await editor.press('Enter');
  await expectStored(() => records.variable('sophie-dubois', 'budget')).toMatchObject({
    value: { amount: '12345.67', currency: 'EUR' },
  });
});

test('on a phone the card opens over the chat, and the way back is the same', async () => {
  const desk = await openAnother({
    operator: 'Bruno Lima',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const { page, card } = desk;
  expect(new URL(page.url()).pathname).toBe('/');
  await page.getByRole('link', { name: /^Sophie Dubois-Lefèvre / }).tap();
  await page.getByRole('button', { name: 'Details' }).tap();
  await expectShown(card, /Sophie Dubois-Lefèvre/);
  const { width } = (await card.boundingBox()) ?? { width: 0 };
  expect(width).toBe(390);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await type(desk, 'Email', 'sophie@mediterranee.example');
  await expectStored(() => records.variable('sophie-dubois', 'email')).toMatchObject({
    value: 'sophie@mediterranee.example',
    updatedBy: 'Bruno Lima',
  });
  await page.getByRole('button', { name: 'Back to the chat' }).tap();
  await card.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Back to the conversations' }).tap();
  await page.getByRole('link', { name: /^Marina Oliveira / }).waitFor();
  expect(desk.takeErrors()).toEqual([]);
});

test.each(['light', 'dark'] as const)('the page passes axe in the %s theme', async (colorScheme) => {
  const desk = await openAnother({ operator: 'Ana Souza', colorScheme });
  await desk.open('Marina Oliveira');
  await expectShown(desk.card, /Wedding guest dress/);
  expect(await findViolations(desk)).toEqual([]);
});

test('nothing was reported as an error on the way', () => {
  expect([...ana.takeErrors(), ...bruno.takeErrors()]).toEqual([]);
});

/** The address that a link opens in its new tab. */
async function openedBy({ page }: Desk, link: Locator): Promise<string> {
  const opening = page.context().waitForEvent('page');
  await link.click();
  const popup = await opening;
  await popup.waitForLoadState('domcontentloaded').catch(() => {});
  const url = popup.url();
  await popup.close();
  return url;
}

async function readToken({ page }: Desk): Promise<string> {
  return page.evaluate(() => JSON.parse(sessionStorage.getItem('inbox.session') ?? '{}').token);
}

/** Draws the pointer over a part of a message, as an operator does. */
async function select({ page, messages }: Desk, message: string, part: string): Promise<void> {
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

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

async function findViolations({ page }: Desk): Promise<string[]> {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  // Evaluated by the browser itself, because the page's policy admits no script of ours.
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
