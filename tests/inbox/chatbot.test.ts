import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sign } from '../../examples/inbox/server/routes/webhookRoutes.ts';
import { changes, deals, messages, ruleRuns, subscribers } from '../../examples/inbox/server/schema.ts';
import type { CardEvent, DataAdapter, WriteContext } from '../../src/adapters/DataAdapter.ts';
import { type Inbox, type OperatorAtInbox, startInbox, webhookSecret } from './startInbox.ts';

let inbox: Inbox;
let ana: OperatorAtInbox;
let adapter: Required<DataAdapter>;
const { signal } = new AbortController();

beforeAll(async () => {
  inbox = await startInbox();
  ana = await inbox.signIn('ana');
  adapter = ana.adapter as Required<DataAdapter>;
}, 120_000);

afterAll(() => inbox?.close());

function write(ifRevision?: number): WriteContext {
  return { signal, idempotencyKey: randomUUID(), ifRevision };
}

async function post(path: string, payload: object, signature?: string) {
  const body = JSON.stringify(payload);
  const headers: Record<string, string> = { 'x-signature': signature ?? sign(webhookSecret, body) };
  const response = await fetch(`${inbox.url}/webhooks/${path}`, { method: 'POST', headers, body });
  return { status: response.status, body: await response.json() };
}

function purchaseOf(subscriberId: string, more: object = {}) {
  return {
    purchaseId: randomUUID(),
    subscriberId,
    product: 'Linen dress',
    amount: { amount: '499.90', currency: 'BRL' },
    customer: {
      firstName: 'Maria',
      lastName: 'Silva',
      email: 'maria@silva.example',
      phone: '+55 21 99999-0000',
    },
    ...more,
  };
}

async function saidByBot(subscriberId: string): Promise<string[]> {
  await inbox.idle();
  const said = await inbox.db.select().from(messages);
  return said
    .filter(({ author, conversationId }) => author === 'bot' && conversationId === `chat-${subscriberId}`)
    .map(({ text }) => text);
}

describe('the signature of a webhook', () => {
  const payload = purchaseOf('kim-seoyeon');
  const right = sign(webhookSecret, JSON.stringify(payload));

  it.each([
    ['none', ''],
    ['of another secret', sign('another', JSON.stringify(payload))],
    ['of another body', sign(webhookSecret, '{}')],
    ['cut short', right.slice(0, -1)],
    ['with more behind it', `${right}0`],
    ['without its prefix', right.slice('sha256='.length)],
    ['in capitals', right.toUpperCase()],
  ])('is refused when it is %s', async (_what, signature) => {
    const { status, body } = await post('purchase', payload, signature);
    expect([status, body.code]).toEqual([401, 'unauthorized']);
    expect(JSON.stringify(body)).not.toContain(webhookSecret);
  });

  it('covers the raw body, whatever letters are in it', async () => {
    const { status } = await post('message', {
      id: randomUUID(),
      subscriberId: 'kim-seoyeon',
      text: '서연 💎',
    });
    expect(status).toBe(201);
  });
});

describe('a purchase through the chatbot', () => {
  it('makes a won deal with its contact, and both appear live', async () => {
    const ref = { id: 'kim-seoyeon', channel: 'instagram' };
    const events: CardEvent[] = [];
    const stop = adapter.subscribe(ref, (event) => events.push(event), { signal });
    const { status, body } = await post('purchase', purchaseOf(ref.id));
    expect(status).toBe(201);
    await expect
      .poll(() => events.map(({ type }) => type).filter((type) => type !== 'connection'))
      .toEqual(['subscriberChanged', 'contactLinked', 'dealCreated']);
    stop();
    expect(events.at(-1)).toMatchObject({
      deal: {
        id: body.dealId,
        name: 'Linen dress',
        status: 'won',
        value: { amount: '499.90', currency: 'BRL' },
      },
    });
    const contact = await adapter.getContact(ref, { signal });
    expect(contact).toMatchObject({
      id: body.contactId,
      firstName: 'Maria',
      emails: [{ value: 'maria@silva.example' }],
    });
    const [row] = await inbox.db.query.deals.findMany({
      where: (table, { eq }) => eq(table.id, body.dealId),
    });
    expect(row).toMatchObject({ contactId: body.contactId, updatedBy: 'Shop bot' });
  });

  it('happens once, however often and however fast it is told', async () => {
    const purchase = purchaseOf('emre-yilmaz', { customer: {} });
    const first = await Promise.all([
      post('purchase', purchase),
      post('purchase', purchase),
      post('purchase', purchase),
    ]);
    expect(first.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect((await post('purchase', purchase)).body).toEqual(first[0]?.body);
    const made = (await inbox.db.select().from(deals)).filter(
      ({ purchaseId }) => purchaseId === purchase.purchaseId,
    );
    expect(made).toHaveLength(1);
    expect(await saidByBot('emre-yilmaz')).toHaveLength(2);
  });

  it('takes the contact that is linked, else the one with the buyer’s e-mail address', async () => {
    const linked = await post('purchase', purchaseOf('marina-oliveira'));
    expect(linked.body.contactId).toBe('contact-marina-oliveira');
    const known = purchaseOf('iryna-bondar', { customer: { email: 'JAMES@oconnor.example' } });
    expect((await post('purchase', known)).body.contactId).toBe('contact-james-oconnor');
    const all = await inbox.db.select().from(subscribers);
    expect(all.find(({ id }) => id === 'iryna-bondar')?.contactId).toBe('contact-james-oconnor');
  });

  it('says what is wrong with a purchase', async () => {
    const bad = await post('purchase', purchaseOf('kim-seoyeon', { product: '', purchaseId: 7 }));
    expect(bad.status).toBe(422);
    expect(bad.body.issues.map(({ path }: { path: string }) => path)).toEqual(['purchaseId', 'product']);
    expect((await post('purchase', purchaseOf('kim-seoyeon', { amount: '5' }))).body.issues).toMatchObject([
      { path: 'amount' },
    ]);
    expect((await post('purchase', purchaseOf('nobody'))).status).toBe(404);
  });
});

describe('a message of the chat platform', () => {
  it('stands in the chat once, is unread, and moves the last activity', async () => {
    const message = { id: randomUUID(), subscriberId: 'giulia-conti', text: 'Ci siete?' };
    expect((await post('message', message)).status).toBe(201);
    expect((await post('message', message)).status).toBe(200);
    const { body } = await ana.send('GET', '/api/inbox/conversations');
    expect(body[0]).toMatchObject({
      subscriberId: 'giulia-conti',
      unread: 1,
      lastMessage: { text: 'Ci siete?' },
    });
    const { subscription } = await adapter.getSubscriber({ id: 'giulia-conti' }, { signal });
    expect(Date.now() - Date.parse(subscription?.lastActivityAt ?? '')).toBeLessThan(60_000);
  });
});

describe('automation rules', () => {
  const olena = { id: 'olena-shevchenko', channel: 'telegram' };
  const draft = { pipelineId: 'store', stepId: 'store-new', name: 'Сандалі', value: null, assigneeId: null };

  it('let the bot answer a new deal, a new step and a new price, each once', async () => {
    const before = await saidByBot(olena.id);
    const create = write();
    const deal = await adapter.createDeal(olena, draft, create);
    await adapter.createDeal(olena, draft, create);
    const move = write(1);
    const step = { pipelineId: 'store', stepId: 'store-payment' };
    await adapter.updateDeal(olena, deal.id, { step }, move);
    await adapter.updateDeal(olena, deal.id, { step }, move);
    await adapter.updateDeal(olena, deal.id, { step }, write(2));
    await adapter.updateDeal(olena, deal.id, { name: 'Сандалі 38' }, write(2));
    await adapter.updateDeal(olena, deal.id, { value: { amount: '2450', currency: 'UAH' } }, write(3));
    const said = await saidByBot(olena.id);
    expect(said.slice(before.length)).toEqual([
      'Thank you, Олена Шевченко! “Сандалі” is noted: New lead.',
      '“Сандалі” has moved on: Awaiting payment.',
      'The price of “Сандалі 38” has changed. Ask us whatever you like to know about it.',
    ]);
  });

  it('run once for a change, also when the server looks at it again', async () => {
    const before = await saidByBot(olena.id);
    await adapter.createDeal(olena, draft, write());
    await inbox.idle();
    // As after a stop between the message and the note that the change was handled.
    await inbox.db.update(changes).set({ handledAt: null });
    await adapter.createDeal(olena, draft, write());
    expect(await saidByBot(olena.id)).toHaveLength(before.length + 2);
    const runs = await inbox.db.select().from(ruleRuns);
    expect(new Set(runs.map(({ ruleId, changeId }) => `${ruleId} ${changeId}`)).size).toBe(runs.length);
  });

  it('do not write to those who left the bot', async () => {
    const lucas = { id: 'lucas-ferreira', channel: 'instagram' };
    await adapter.createDeal(lucas, draft, write());
    expect(await saidByBot(lucas.id)).toEqual([]);
    expect((await inbox.db.select().from(ruleRuns)).at(-1)).toMatchObject({ outcome: 'skipped' });
  });
});
