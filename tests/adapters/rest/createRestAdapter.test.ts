import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changes, subscribers, variables } from '../../../examples/inbox/server/schema.ts';
import { AdapterError } from '../../../src/adapters/AdapterError.ts';
import type { CardEvent, DataAdapter, WriteContext } from '../../../src/adapters/DataAdapter.ts';
import { createRestAdapter } from '../../../src/adapters/rest/createRestAdapter.ts';
import { type Field, toFieldId } from '../../../src/model/field.ts';
import type { Variable, VariableValue } from '../../../src/model/variable.ts';
import { type Inbox, type OperatorAtInbox, startInbox } from '../../inbox/startInbox.ts';

let inbox: Inbox;
let ana: OperatorAtInbox;
let bruno: OperatorAtInbox;
let adapter: Required<DataAdapter>;

const { signal } = new AbortController();
const marina = { id: 'marina-oliveira', channel: 'instagram' };
const sophie = { id: 'sophie-dubois', channel: 'whatsapp' };
const giulia = { id: 'giulia-conti', channel: 'messenger' };

function write(ifRevision?: number, idempotencyKey: string = randomUUID()): WriteContext {
  return { signal, idempotencyKey, ifRevision };
}

async function refusal(call: Promise<unknown>): Promise<AdapterError> {
  const thrown = await call.then(
    () => null,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(AdapterError);
  return thrown as AdapterError;
}

async function readVariable(key: string, ref = marina): Promise<Variable> {
  const found = (await adapter.getSubscriber(ref, { signal })).variables.find((each) => each.key === key);
  if (!found) throw new Error(`There is no variable ${key}.`);
  return found;
}

/** Listens until `count` events other than those of the connection came. */
async function collect(
  count: number,
  from: OperatorAtInbox,
  ref: typeof marina,
  act: () => Promise<unknown>,
) {
  const events: CardEvent[] = [];
  const listening = new AbortController();
  await new Promise<void>((resolve, reject) => {
    const stop = (from.adapter as Required<DataAdapter>).subscribe(
      ref,
      (event) => {
        events.push(event);
        if (events.filter(({ type }) => type !== 'connection').length >= count) {
          stop();
          resolve();
        }
      },
      { signal: listening.signal },
    );
    // The server begins with what happens while the stream is being opened.
    act().catch(reject);
  });
  return events.filter(({ type }) => type !== 'connection');
}

beforeAll(async () => {
  inbox = await startInbox();
  ana = await inbox.signIn('ana');
  bruno = await inbox.signIn('bruno');
  adapter = ana.adapter as Required<DataAdapter>;
}, 120_000);

afterAll(() => inbox?.close());

describe('reading', () => {
  it('reads a subscriber with all that the platform tells', async () => {
    const subscriber = await adapter.getSubscriber(marina, { signal });
    expect(subscriber).toMatchObject({
      id: 'marina-oliveira',
      channel: 'instagram',
      kind: 'person',
      name: 'Marina Oliveira',
      username: 'marina.oliveira',
      avatarUrl: `${inbox.url}/avatars/marina-oliveira.svg`,
      subscription: { status: 'active' },
      instagram: { followsBusiness: true, followedByBusiness: false },
      campaigns: [{ id: 'spring-retargeting', url: `${inbox.url}/ads/120211337` }],
      tagging: { revision: 1 },
    });
    expect(new Set(subscriber.variables.map(({ type }) => type)).size).toBe(12);
    expect(subscriber.tagging.tags.map(({ name }) => name)).toContain('VIP');
    expect(subscriber.group).toBeUndefined();
  });

  it('keeps absent, null and a value apart', async () => {
    const group = await adapter.getSubscriber({ id: 'suppliers' }, { signal });
    expect(group.group).toMatchObject({ memberCount: null, shareLink: null });
    expect(group.username).toBeNull();
    expect(group).not.toHaveProperty('campaigns');
    const visitor = await adapter.getSubscriber({ id: 'visitor-8f3a' }, { signal });
    expect(visitor).not.toHaveProperty('username');
  });

  it('keeps text that looks like JSON as text', async () => {
    expect(await readVariable('orders')).toMatchObject({ type: 'number', value: '3' });
  });

  it('pages through the deals, each once, the newest first', async () => {
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await adapter.listDeals(sophie, { cursor, limit: 20 }, { signal });
      expect(page.total).toBe(45);
      names.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(names).toHaveLength(45);
    expect(new Set(names).size).toBe(45);
    expect(names[0]).toMatch(/commande 45$/);
  });

  it('reads a deal with its assignee, its outcome and exact money', async () => {
    const { items } = await adapter.listDeals(marina, {}, { signal });
    expect(items).toMatchObject([
      {
        name: 'Wedding guest dress',
        status: 'open',
        value: { amount: '1280.00', currency: 'BRL' },
        assignee: { id: 'bruno', name: 'Bruno Lima' },
      },
      { name: 'Summer sandals', status: 'won', assignee: null },
    ]);
    expect(items[0]?.url).toBe(`${inbox.url}/crm/deals/${items[0]?.number}`);
  });

  it('finds tags without minding case or accents, page by page', async () => {
    const found = await adapter.searchTags('sao', {}, { signal });
    expect(found.items.map(({ name }) => name)).toEqual(['São Paulo']);
    const first = await adapter.searchTags('', { limit: 25 }, { signal });
    const second = await adapter.searchTags('', { limit: 25, cursor: first.nextCursor }, { signal });
    const whole = await adapter.searchTags('', {}, { signal });
    expect(whole.nextCursor).toBeUndefined();
    expect([...first.items, ...second.items]).toEqual(whole.items);
  });

  it('lists pipelines with their steps in order, and the team with who has left it', async () => {
    const pipelines = await adapter.listPipelines({ signal });
    expect(pipelines.map(({ id }) => id)).toEqual(['store', 'wholesale']);
    expect(pipelines[0]?.steps.map(({ outcome }) => outcome)).toEqual([
      'open',
      'open',
      'open',
      'open',
      'won',
      'lost',
    ]);
    const members = await adapter.searchMembers('', {}, { signal });
    expect(members.items).toHaveLength(5);
    expect(members.items.filter(({ active }) => !active)).toMatchObject([{ id: 'eduardo' }]);
    expect((await adapter.searchMembers('БРУНО', {}, { signal })).items).toEqual([]);
    expect((await adapter.searchMembers('bru', {}, { signal })).items).toMatchObject([{ id: 'bruno' }]);
  });

  it('reads a contact, and null where none is linked', async () => {
    expect(await adapter.getContact(giulia, { signal })).toBeNull();
    const contact = await adapter.getContact(sophie, { signal });
    expect(contact).toMatchObject({ firstName: 'Sophie', assignee: { id: 'dmytro' } });
    expect(contact?.phones.map(({ primary }) => primary)).toEqual([true, false]);
    expect(contact?.fields.filter(({ value }) => value !== null).length).toBeGreaterThan(15);
  });

  it('finds contacts by e-mail address in any case and by the digits of a phone', async () => {
    const byEmail = await adapter.findContacts({ email: 'SOPHIE@boutique-mediterranee.example' }, { signal });
    const byPhone = await adapter.findContacts({ phone: '+33612345678' }, { signal });
    expect(byEmail).toMatchObject([{ id: 'contact-sophie-dubois' }]);
    expect(byPhone).toEqual(byEmail);
    expect(await adapter.findContacts({ email: 'rowan@ellis.example' }, { signal })).toEqual([]);
    await expect(adapter.findContacts({}, { signal })).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('variables', () => {
  const values: [key: string, value: VariableValue][] = [
    ['dress_size', '12.5'],
    ['dress_size', ''],
    ['delivery_notes', 'Two\nlines, 日本語, 💎, "quotes"'],
    ['orders', '-0.50'],
    ['budget', { amount: '1280.50', currency: 'BRL' }],
    ['wants_invoices', false],
    ['wants_invoices', true],
    ['birthday', '1992-02-29'],
    ['next_fitting', '2026-12-24T15:30:00-03:00'],
    ['phone', '+55 11 90000-0000'],
    ['email', 'm@example.com'],
    ['portfolio', 'https://example.com/?a=b'],
    ['plan', 'gold'],
    ['interested_in', ['bags', 'linen']],
    ['cpf', '123.456.789-09'],
    ['cpf', null],
  ];

  it.each(values)('saves %s as %j and reads the same again', async (key, value) => {
    const before = await readVariable(key);
    const written = await adapter.setVariable(marina, key, value, write(before.revision));
    expect(written.value).toMatchObject({
      key,
      value,
      revision: (before.revision ?? 0) + 1,
      updatedBy: 'Ana Souza',
    });
    expect(await readVariable(key)).toEqual(written.value);
  });

  it.each([
    ['orders', 'three'],
    ['orders', ''],
    ['orders', true],
    ['budget', { amount: '1e9', currency: 'BRL' }],
    ['budget', { amount: '5', currency: 'reais' }],
    ['budget', '5'],
    ['wants_invoices', 'yes'],
    ['birthday', '1991-02-29'],
    ['birthday', '1991-09-23T00:00:00Z'],
    ['next_fitting', '2026-12-24 15:30'],
    ['next_fitting', '2026-02-30T10:00:00Z'],
    ['phone', 'call me'],
    ['email', 'marina at example'],
    ['portfolio', 'javascript:alert(1)'],
    ['plan', 'platinum'],
    ['interested_in', ['linen', 'yachts']],
    ['dress_size', 'x'.repeat(21)],
    ['dress_size', 'a\0b'],
    ['dress_size', '\ud800'],
    ['cpf', '123'],
  ] as [string, VariableValue][])('refuses %s = %j with a message at its path', async (key, value) => {
    const before = await readVariable(key);
    const { code, detail } = await refusal(adapter.setVariable(marina, key, value, write()));
    expect(code).toBe('invalid');
    expect(detail.issues).toHaveLength(1);
    expect(detail.issues?.[0]?.path).toBe('value');
    expect(await readVariable(key)).toEqual(before);
  });

  it('answers a stale write with what the server holds, by whom and when', async () => {
    const { revision } = await readVariable('plan');
    const theirs = await bruno.adapter.setVariable?.(marina, 'plan', 'free', write(revision));
    const { code, detail } = await refusal(adapter.setVariable(marina, 'plan', 'silver', write(revision)));
    expect(code).toBe('conflict');
    expect(detail.current).toEqual(theirs?.value);
    expect(detail.by).toBe('Bruno Lima');
    expect(detail.at).toBe(theirs?.value.updatedAt);
  });

  it('lets exactly one of many simultaneous writes through', async () => {
    const { revision = 0 } = await readVariable('delivery_notes');
    const attempts = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) =>
        adapter.setVariable(marina, 'delivery_notes', `attempt ${index}`, write(revision)),
      ),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await readVariable('delivery_notes')).revision).toBe(revision + 1);
  });

  it('keeps edits of different variables by two operators', async () => {
    const [email, phone] = [await readVariable('email'), await readVariable('phone')];
    await Promise.all([
      adapter.setVariable(marina, 'email', 'two@example.com', write(email.revision)),
      bruno.adapter.setVariable?.(marina, 'phone', '+55 11 95555-0000', write(phone.revision)),
    ]);
    expect(await readVariable('email')).toMatchObject({ value: 'two@example.com', updatedBy: 'Ana Souza' });
    expect(await readVariable('phone')).toMatchObject({
      value: '+55 11 95555-0000',
      updatedBy: 'Bruno Lima',
    });
  });

  it('says why a variable may not be edited', async () => {
    const { code, detail } = await refusal(adapter.setVariable(marina, 'shop_id', 'x', write()));
    expect(code).toBe('forbidden');
    expect(detail.reason).toBe('Comes from the shop');
    const visitor = { id: 'visitor-8f3a' };
    expect((await refusal(adapter.setVariable(visitor, 'email', 'a@b.c', write()))).detail.reason).toBe(
      'They asked us to erase their data',
    );
  });

  it('knows neither variables nor subscribers that are not there', async () => {
    const noKey = await refusal(adapter.setVariable(marina, '__proto__', 'x', write()));
    expect([noKey.code, noKey.detail.resource]).toEqual(['not-found', 'variable']);
    const nobody = await refusal(adapter.getSubscriber({ id: 'a/b?c#%2F é' }, { signal }));
    expect([nobody.code, nobody.detail.resource]).toEqual(['not-found', 'subscriber']);
  });

  it('records who changed what', async () => {
    const { value, revision } = await readVariable('plan');
    const next = value === 'gold' ? 'free' : 'gold';
    await adapter.setVariable(marina, 'plan', next, write(revision));
    const recorded = await inbox.db.select().from(changes);
    expect(recorded.at(-1)).toMatchObject({
      kind: 'variable-changed',
      subscriberId: 'marina-oliveira',
      subjectId: 'plan',
      before: value,
      after: next,
      by: 'Ana Souza',
    });
  });
});

describe('writing once', () => {
  it('gives a repeated write its first answer and does nothing again', async () => {
    const { revision } = await readVariable('dress_size');
    const context = write(revision);
    const first = await adapter.setVariable(marina, 'dress_size', 'G', context);
    const again = await adapter.setVariable(marina, 'dress_size', 'G', context);
    expect(again).toEqual(first);
    expect((await readVariable('dress_size')).revision).toBe(first.value.revision);
  });

  it('creates one deal of two simultaneous requests with one key', async () => {
    const draft = {
      pipelineId: 'store',
      stepId: 'store-new',
      name: 'Twice',
      value: null,
      assigneeId: null,
    };
    const context = write();
    const [a, b] = await Promise.all([
      adapter.createDeal(giulia, draft, context),
      adapter.createDeal(giulia, draft, context),
    ]);
    expect(b).toEqual(a);
    const { items } = await adapter.listDeals(giulia, {}, { signal });
    expect(items.filter(({ name }) => name === 'Twice')).toHaveLength(1);
  });

  it('refuses a key that was used for something else', async () => {
    const context = write();
    await adapter.setVariable(marina, 'dress_size', 'P', context);
    expect((await refusal(adapter.setVariable(marina, 'dress_size', 'M', context))).code).toBe('invalid');
  });

  it('keeps no refusal, so that the same action can be sent again', async () => {
    const { revision = 0 } = await readVariable('dress_size');
    const key = randomUUID();
    await refusal(adapter.setVariable(marina, 'dress_size', 'XG', write(revision - 1, key)));
    const written = await adapter.setVariable(marina, 'dress_size', 'XG', write(revision, key));
    expect(written.value.value).toBe('XG');
  });

  it('keeps the keys of operators apart', async () => {
    const context = write();
    await adapter.setVariable(marina, 'dress_size', 'A', context);
    const his = await bruno.adapter.setVariable?.(marina, 'dress_size', 'B', context);
    expect(his?.value.value).toBe('B');
  });
});

describe('tags', () => {
  it('adds and removes by id, and answers with the whole set', async () => {
    const { tagging } = await adapter.getSubscriber(giulia, { signal });
    const added = await adapter.addTag(giulia, 'tag-1', write(tagging.revision));
    expect(added.value.tags.map(({ name }) => name)).toContain('VIP');
    expect(added.value.revision).toBe((tagging.revision ?? 0) + 1);
    const removed = await adapter.removeTag(giulia, 'tag-1', write(added.value.revision));
    expect(removed.value.tags).toEqual(tagging.tags);
  });

  it('takes a tag that is there already as added, and raises no revision', async () => {
    const first = await adapter.addTag(giulia, 'tag-2', write());
    const again = await adapter.addTag(giulia, 'tag-2', write());
    expect(again).toEqual(first);
    const gone = await adapter.removeTag(giulia, 'tag-3', write());
    expect(gone).toEqual(first);
  });

  it('keeps what two operators do at once', async () => {
    await adapter.addTag(giulia, 'tag-4', write());
    await Promise.all([
      adapter.addTag(giulia, 'tag-5', write()),
      bruno.adapter.removeTag?.(giulia, 'tag-4', write()),
    ]);
    const { tagging } = await adapter.getSubscriber(giulia, { signal });
    expect(tagging.tags.map(({ id }) => id)).toContain('tag-5');
    expect(tagging.tags.map(({ id }) => id)).not.toContain('tag-4');
  });

  it('answers a stale write with the set as it is, and by whom', async () => {
    const { tagging } = await adapter.getSubscriber(giulia, { signal });
    const theirs = await bruno.adapter.addTag?.(giulia, 'tag-6', write());
    const { code, detail } = await refusal(adapter.addTag(giulia, 'tag-7', write(tagging.revision)));
    expect(code).toBe('conflict');
    expect(detail.current).toEqual(theirs?.value);
    expect(detail.by).toBe('Bruno Lima');
  });

  it('creates a tag by its name, once, whatever its case and composition', async () => {
    const created = await adapter.createTag(giulia, '  Café da manhã ', write());
    const tag = created.value.tags.find(({ name }) => name === 'Café da manhã');
    expect(tag).toBeDefined();
    const same = await adapter.createTag(marina, 'CAFÉ DA MANHÃ'.normalize('NFD'), write());
    expect(same.value.tags.find(({ id }) => id === tag?.id)).toEqual(tag);
    expect((await adapter.searchTags('cafe da', {}, { signal })).items).toEqual([tag]);
  });

  it('refuses a tag without a name, and one that does not exist', async () => {
    expect((await refusal(adapter.createTag(giulia, '  ', write()))).detail.issues?.[0]?.path).toBe('name');
    const missing = await refusal(adapter.addTag(giulia, 'tag-999', write()));
    expect([missing.code, missing.detail.resource]).toEqual(['not-found', 'tag']);
  });
});

describe('deals', () => {
  const draft = {
    pipelineId: 'store',
    stepId: 'store-quote',
    name: 'Linen jacket',
    value: { amount: '0.10', currency: 'BRL' },
    assigneeId: 'carla',
  };

  it('creates a deal', async () => {
    const deal = await adapter.createDeal(giulia, draft, write());
    expect(deal).toMatchObject({
      revision: 1,
      name: 'Linen jacket',
      stepId: 'store-quote',
      status: 'open',
      value: { amount: '0.10', currency: 'BRL' },
      assignee: { id: 'carla' },
    });
    expect((await adapter.listDeals(giulia, {}, { signal })).items[0]).toEqual(deal);
  });

  it('changes only what the patch names, and clears with null', async () => {
    const deal = await adapter.createDeal(giulia, draft, write());
    const renamed = await adapter.updateDeal(giulia, deal.id, { name: 'Jacket' }, write(deal.revision));
    expect(renamed).toMatchObject({ name: 'Jacket', value: draft.value, stepId: 'store-quote', revision: 2 });
    const step = { pipelineId: 'wholesale', stepId: 'wholesale-won' };
    const moved = await adapter.updateDeal(giulia, deal.id, { step }, write(2));
    expect(moved).toMatchObject({ ...step, status: 'won', revision: 3 });
    const cleared = await adapter.updateDeal(giulia, deal.id, { value: null, assigneeId: null }, write(3));
    expect(cleared).toMatchObject({ name: 'Jacket', value: null, assignee: null, revision: 4 });
    const same = await adapter.updateDeal(giulia, deal.id, { name: 'Jacket' }, write(4));
    expect(same.revision).toBe(4);
  });

  it('names everything that is wrong, each at its path', async () => {
    const bad = {
      pipelineId: 'store',
      stepId: 'wholesale-won',
      name: ' ',
      value: null,
      assigneeId: 'eduardo',
    };
    const { code, detail } = await refusal(adapter.createDeal(giulia, bad, write()));
    expect(code).toBe('invalid');
    expect(detail.issues?.map(({ path }) => path)).toEqual(['name', 'stepId', 'assigneeId']);
    const deal = await adapter.createDeal(giulia, draft, write());
    const patch = { step: { pipelineId: 'visits', stepId: 'visits-won' } };
    const refused = await refusal(adapter.updateDeal(giulia, deal.id, patch, write()));
    expect(refused.detail.issues?.map(({ path }) => path)).toEqual(['step.pipelineId']);
  });

  it('leaves an assignee who has left the team where they are', async () => {
    const [deal] = (await adapter.listDeals({ id: 'lucas-ferreira' }, {}, { signal })).items;
    const renamed = await adapter.updateDeal(
      { id: 'lucas-ferreira' },
      deal?.id ?? '',
      { name: 'Camisa' },
      write(deal?.revision),
    );
    expect(renamed.assignee).toMatchObject({ id: 'eduardo', active: false });
  });

  it('answers a stale change with the whole deal', async () => {
    const deal = await adapter.createDeal(giulia, draft, write());
    const theirs = await bruno.adapter.updateDeal?.(giulia, deal.id, { name: 'Theirs' }, write(1));
    const { code, detail } = await refusal(adapter.updateDeal(giulia, deal.id, { name: 'Mine' }, write(1)));
    expect(code).toBe('conflict');
    expect(detail).toMatchObject({ current: theirs, by: 'Bruno Lima' });
  });

  it('deletes a deal once; afterwards it is gone', async () => {
    const deal = await adapter.createDeal(giulia, draft, write());
    expect((await refusal(adapter.deleteDeal(giulia, deal.id, write(7)))).code).toBe('conflict');
    const context = write(deal.revision);
    await adapter.deleteDeal(giulia, deal.id, context);
    await adapter.deleteDeal(giulia, deal.id, context);
    const { items } = await adapter.listDeals(giulia, {}, { signal });
    expect(items.map(({ id }) => id)).not.toContain(deal.id);
    const refused = await refusal(adapter.updateDeal(giulia, deal.id, { name: 'x' }, write()));
    expect([refused.code, refused.detail.resource]).toEqual(['not-found', 'deal']);
  });
});

describe('the contact', () => {
  const emre = { id: 'emre-yilmaz', channel: 'tiktok' };

  it('creates and links a contact, with its fields', async () => {
    const contact = await adapter.createContact(
      emre,
      {
        firstName: 'Emre',
        lastName: 'Yılmaz',
        phones: [{ value: '+90 532 123 45 67', primary: false }],
        emails: [
          { value: 'emre@tasarim.example', primary: false },
          { value: 'emre@ev.example', primary: true },
        ],
        fields: [{ key: 'company', value: 'Tasarım' }],
      },
      write(),
    );
    expect(contact).toMatchObject({
      revision: 1,
      firstName: 'Emre',
      phones: [{ value: '+90 532 123 45 67', primary: true }],
      emails: [{ primary: false }, { value: 'emre@ev.example', primary: true }],
    });
    expect(contact.fields.find(({ key }) => key === 'company')?.value).toBe('Tasarım');
    expect(await adapter.getContact(emre, { signal })).toEqual(contact);
  });

  it('refuses a second one with the one that is linked', async () => {
    const draft = { firstName: 'E', lastName: '', phones: [], emails: [] };
    const { code, detail } = await refusal(adapter.createContact(emre, draft, write()));
    expect(code).toBe('conflict');
    expect(detail.current).toMatchObject({ firstName: 'Emre' });
  });

  it('changes one field and leaves the others; null clears', async () => {
    const before = await adapter.getContact(emre, { signal });
    const id = before?.id ?? '';
    const fields = [
      { key: 'city', value: 'İstanbul' },
      { key: 'credit_limit', value: { amount: '5.00', currency: 'TRY' } },
    ];
    const updated = await adapter.updateContact(
      emre,
      id,
      { fields, assigneeId: 'ana' },
      write(before?.revision),
    );
    const fieldOf = (key: string) => updated.fields.find((field) => field.key === key)?.value;
    expect([fieldOf('city'), fieldOf('company')]).toEqual(['İstanbul', 'Tasarım']);
    expect(updated).toMatchObject({
      revision: 2,
      assignee: { id: 'ana' },
      emails: before?.emails.map(({ value }) => ({ value })),
    });
    const cleared = await adapter.updateContact(
      emre,
      id,
      { fields: [{ key: 'company', value: null }], assigneeId: null, phones: [] },
      write(2),
    );
    expect(cleared).toMatchObject({ assignee: null, phones: [], lastName: 'Yılmaz' });
    expect(cleared.fields.find(({ key }) => key === 'company')?.value).toBeNull();
    expect(cleared.fields.find(({ key }) => key === 'city')?.value).toBe('İstanbul');
  });

  it('puts each message at its path in the draft', async () => {
    const draft = {
      firstName: 'x'.repeat(256),
      lastName: '',
      phones: [
        { value: '12345', primary: true },
        { value: 'none', primary: false },
      ],
      emails: [{ value: 'nobody', primary: true }],
      fields: [
        { key: 'city', value: 'Roma' },
        { key: 'language', value: 'it' },
        { key: 'annual_volume', value: { amount: '1', currency: 'EUR' } },
      ],
    };
    const { code, detail } = await refusal(adapter.createContact(giulia, draft, write()));
    expect(code).toBe('invalid');
    expect(detail.issues?.map(({ path }) => path)).toEqual([
      'firstName',
      'phones.1.value',
      'emails.0.value',
      'fields.1.value',
      'fields.2.value',
    ]);
  });

  it('names the contact that has the e-mail address already, and links it instead', async () => {
    const draft = {
      firstName: 'Giulia',
      lastName: '',
      phones: [],
      emails: [{ value: 'James@OConnor.example', primary: true }],
    };
    const { code, detail } = await refusal(adapter.createContact(giulia, draft, write()));
    expect(code).toBe('duplicate');
    expect(detail.duplicate).toEqual({
      field: 'emails.0.value',
      id: 'contact-james-oconnor',
      name: 'James O’Connor',
    });
    const linked = await adapter.linkContact(giulia, 'contact-james-oconnor', write());
    expect(await adapter.getContact(giulia, { signal })).toEqual(linked);
    expect(await adapter.linkContact(giulia, 'contact-james-oconnor', write())).toEqual(linked);
  });

  it('answers a stale change with the whole contact', async () => {
    const before = await adapter.getContact(sophie, { signal });
    const id = before?.id ?? '';
    const theirs = await bruno.adapter.updateContact?.(
      sophie,
      id,
      { firstName: 'Sofie' },
      write(before?.revision),
    );
    const refused = await refusal(
      adapter.updateContact(sophie, id, { lastName: 'D' }, write(before?.revision)),
    );
    expect(refused.code).toBe('conflict');
    expect(refused.detail).toMatchObject({ current: theirs, by: 'Bruno Lima' });
  });
});

describe('events', () => {
  it('tells the other operator what changed, by whom, under the card’s own names', async () => {
    const misaki = { id: 'tanaka-misaki', channel: 'instagram' };
    const events = await collect(1, bruno, misaki, () =>
      adapter.setVariable(misaki, 'dress_size', '9号', write(1)),
    );
    const written = await readVariable('dress_size', misaki);
    expect(events).toEqual([
      {
        type: 'changed',
        fields: {
          'variable:dress_size': { value: '9号', revision: 2, by: 'Ana Souza', at: written.updatedAt },
        },
      },
    ]);
  });

  it('tells of tags, deals and contacts, in the order of what was done', async () => {
    const kim = { id: 'kim-seoyeon', channel: 'instagram' };
    let dealId = '';
    let contactId = '';
    const events = await collect(8, bruno, kim, async () => {
      await adapter.addTag(kim, 'tag-1', write());
      await adapter.removeTag(kim, 'tag-1', write());
      const draft = { pipelineId: 'store', stepId: 'store-new', name: 'Bag', value: null, assigneeId: null };
      const deal = await adapter.createDeal(kim, draft, write());
      dealId = deal.id;
      const step = { pipelineId: 'store', stepId: 'store-won' };
      await adapter.updateDeal(kim, deal.id, { step, assigneeId: 'ana' }, write(1));
      await adapter.deleteDeal(kim, deal.id, write(2));
      const contact = await adapter.createContact(
        kim,
        { firstName: '서연', lastName: '김', phones: [], emails: [] },
        write(),
      );
      contactId = contact.id;
      const fields = [{ key: 'city', value: 'Seoul' }];
      await adapter.updateContact(kim, contact.id, { lastName: 'Kim', fields }, write(1));
      await adapter.linkContact(kim, 'contact-marina-oliveira', write());
    });
    const id = (field: Field) => toFieldId(field);
    expect(events).toMatchObject([
      { type: 'changed', fields: { [id({ kind: 'tag', id: 'tag-1' })]: { value: { name: 'VIP' } } } },
      { type: 'changed', fields: { [id({ kind: 'tag', id: 'tag-1' })]: { value: null } } },
      { type: 'dealCreated', deal: { id: dealId, name: 'Bag', url: expect.stringContaining(inbox.url) } },
      {
        type: 'changed',
        fields: {
          [id({ kind: 'deal', id: dealId, name: 'step' })]: { value: { stepId: 'store-won' }, revision: 2 },
          [id({ kind: 'deal', id: dealId, name: 'assignee' })]: { value: { name: 'Ana Souza' }, revision: 2 },
        },
      },
      { type: 'dealDeleted', id: dealId, revision: 3 },
      { type: 'contactLinked', contact: { id: contactId } },
      {
        type: 'changed',
        fields: {
          [id({ kind: 'contact', id: contactId, name: 'lastName' })]: { value: 'Kim', revision: 2 },
          [id({ kind: 'contactField', id: contactId, key: 'city' })]: { value: 'Seoul', revision: 2 },
        },
      },
      { type: 'contactLinked', contact: { id: 'contact-marina-oliveira' } },
    ]);
  });

  it('stops when it is told to', async () => {
    const events: CardEvent[] = [];
    const listening = new AbortController();
    const stop = adapter.subscribe(marina, (event) => events.push(event), { signal: listening.signal });
    await adapter.addTag(marina, 'tag-9', write());
    await expect.poll(() => events).not.toEqual([]);
    stop();
    const before = events.length;
    await adapter.removeTag(marina, 'tag-9', write());
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(events).toHaveLength(before);
  });
});

describe('capabilities', () => {
  it('offers everything unless it is told what the backend lacks', () => {
    const whole = createRestAdapter({ baseUrl: '/api' });
    expect(whole.idempotent).toBe(true);
    expect(whole.deleteDeal).toBeTypeOf('function');
    const some = createRestAdapter({
      baseUrl: '/api',
      capabilities: { deleteDeal: false, subscribe: false, addTag: true },
    });
    expect(some).not.toHaveProperty('deleteDeal');
    expect(some).not.toHaveProperty('subscribe');
    expect(some.addTag).toBeTypeOf('function');
  });
});

describe('ids', () => {
  it('reach the server as they are', async () => {
    const id = 'a/b?c#d%2F é\\ ..';
    const ref = { id, channel: 'telegram' };
    await inbox.db.insert(subscribers).values({
      id,
      workspaceId: 'atelie-mar',
      channel: 'telegram',
      kind: 'person',
      name: 'Odd',
      profile: {},
      tellsAds: false,
    });
    await inbox.db
      .insert(variables)
      .values({ subscriberId: id, fieldId: 'atelie-mar:subscriber:email', value: null });
    const written = await adapter.setVariable(ref, 'email', 'odd@example.com', write(1));
    expect(written.value.value).toBe('odd@example.com');
    expect((await adapter.getSubscriber(ref, { signal })).id).toBe(id);
  });

  it.each(['', '.', '..'])('refuses %j, which no address can carry', async (id) => {
    expect((await refusal(adapter.getSubscriber({ id }, { signal }))).code).toBe('unsupported');
  });
});
