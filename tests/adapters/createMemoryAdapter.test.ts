import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import {
  type Capability,
  createMemoryAdapter,
  type MemoryAdapterOptions,
} from '../../src/adapters/createMemoryAdapter.ts';
import type { CardEvent, DataAdapter, Page } from '../../src/adapters/DataAdapter.ts';
import {
  aContact,
  aDeal,
  aDealDraft,
  aMember,
  aPipeline,
  aReadContext,
  aSubscriber,
  aTag,
  aVariable,
  aWriteContext,
} from '../support/fixtures.ts';

const marina = { id: 'marina', channel: 'instagram' };
const now = Date.UTC(2025, 10, 12, 18, 42);
const at = '2025-11-12T18:42:00.000Z';

function anAdapter(options: MemoryAdapterOptions = {}) {
  return createMemoryAdapter({
    subscribers: [
      aSubscriber({
        variables: [
          aVariable(),
          aVariable({ key: 'size', label: 'Size', value: null }),
          aVariable({ key: 'number', readOnly: 'Comes from the shop.' }),
        ],
        tagging: { tags: [aTag()] },
      }),
      aSubscriber({ id: 'bruna', name: 'Bruna' }),
    ],
    deals: { marina: [aDeal()] },
    contacts: { marina: aContact({ emails: [{ value: 'marina@mo.br', primary: true }] }) },
    contactFields: [aVariable({ key: 'company', label: 'Company', value: null })],
    pipelines: [aPipeline()],
    members: [aMember(), aMember({ id: 'eva', name: 'Eva Novak', active: false })],
    tags: [aTag(), aTag({ id: 'cart', name: 'Abandoned cart' }), aTag({ id: 'cafe', name: 'Café' })],
    operator: 'Ana',
    now: () => now,
    ...options,
  });
}

/** What is heard after the connection was opened. */
function listenTo(adapter: DataAdapter, ref = marina) {
  const events: CardEvent[] = [];
  const stop = adapter.subscribe?.(ref, (event) => events.push(event), aReadContext());
  events.length = 0;
  return { events, stop };
}

async function errorOf(promise: Promise<unknown>): Promise<AdapterError> {
  const thrown = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(AdapterError);
  return thrown as AdapterError;
}

async function allPages<T>(read: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[][]> {
  const pages: T[][] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    pages.push([...page.items]);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return pages;
}

describe('reading', () => {
  test('answers with copies: the held data is out of reach', async () => {
    const ids = ['a'];
    const adapter = anAdapter({
      subscribers: [aSubscriber({ variables: [aVariable({ type: 'multiselect', value: ids })] })],
    });
    ids.push('b');
    const first = await adapter.getSubscriber(marina, aReadContext());
    Object.assign(first.variables[0] ?? {}, { value: ['c'] });
    const second = await adapter.getSubscriber(marina, aReadContext());
    expect(second.variables[0]?.value).toEqual(['a']);
  });

  test('says that there is no such subscriber, and none of this channel', async () => {
    const adapter = anAdapter();
    for (const ref of [{ id: 'nobody' }, { id: 'marina', channel: 'viber' }, { id: '__proto__' }]) {
      const error = await errorOf(adapter.getSubscriber(ref, aReadContext()));
      expect(error).toMatchObject({ code: 'not-found', detail: { resource: 'subscriber' } });
    }
  });

  test('pages through the deals without a gap, although one was deleted and one created', async () => {
    const deals = Array.from({ length: 45 }, (_, index) => aDeal({ id: `deal-${index}` }));
    const adapter = anAdapter({ deals: new Map([['marina', deals]]) });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await adapter.listDeals(marina, { cursor }, aReadContext());
      seen.push(...page.items.map(({ id }) => id));
      if (cursor === undefined) {
        expect(page).toMatchObject({ total: 45, items: { length: 20 } });
        adapter.control.actAs('Bruno').deleteDeal(marina, 'deal-19');
        adapter.control.actAs('Bruno').createDeal(marina, aDealDraft());
      }
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(seen).toEqual(deals.map(({ id }) => id));
  });

  test('gives the whole vocabulary at once, or pages of it', async () => {
    const tags = Array.from({ length: 50 }, (_, index) => aTag({ id: `t${index}`, name: `Tag ${index}` }));
    const whole = anAdapter({ tags });
    expect(await whole.searchTags('', { limit: 5 }, aReadContext())).not.toHaveProperty('nextCursor');

    const paged = anAdapter({ tags, wholeVocabulary: false, pageSize: 30 });
    const pages = await allPages((cursor) => paged.searchTags('', { cursor }, aReadContext()));
    expect(pages.map(({ length }) => length)).toEqual([30, 21]);

    const large = Array.from({ length: 10_001 }, (_, index) => aTag({ id: `t${index}` }));
    const first = await anAdapter({ tags: large }).searchTags('', {}, aReadContext());
    expect(first.nextCursor).toBeDefined();
  });

  test('finds tags and members whatever the case', async () => {
    const adapter = anAdapter();
    const tags = await adapter.searchTags('CAFE\u0301', {}, aReadContext());
    const members = await adapter.searchMembers('souza', {}, aReadContext());
    expect(tags.items.map(({ id }) => id)).toEqual(['cafe']);
    expect(members.items.map(({ id }) => id)).toEqual(['ana']);
  });

  test('finds the contacts that have an address or a number', async () => {
    const phones = [{ value: '+55 11 98123-4567', primary: true }];
    const adapter = anAdapter({ otherContacts: [aContact({ id: 'twin', phones })] });
    const found = async (query: { email?: string; phone?: string }) =>
      (await adapter.findContacts(query, aReadContext())).map(({ id }) => id);
    expect(await found({ email: 'Marina@MO.br' })).toEqual(['contact-1']);
    expect(await found({ phone: '5511981234567' })).toEqual(['twin']);
    expect(await found({})).toEqual([]);
  });
});

describe('a variable', () => {
  test('is set, signed and told to whoever listens', async () => {
    const adapter = anAdapter();
    const { events } = listenTo(adapter);
    const { value, record } = await adapter.setVariable(marina, 'plan', 'pro', aWriteContext());
    expect(value).toMatchObject({ value: 'pro', updatedBy: 'Ana', updatedAt: at });
    expect(record).toBeUndefined();
    expect(events).toEqual([
      {
        type: 'changed',
        fields: { 'variable:plan': { value: 'pro', revision: value.revision, by: 'Ana', at } },
      },
    ]);
  });

  test('is refused in a conflict, with what is held and who changed it', async () => {
    const adapter = anAdapter();
    const [seen] = (await adapter.getSubscriber(marina, aReadContext())).variables;
    const theirs = adapter.control.actAs('Bruno').setVariable(marina, 'plan', 'team');
    const write = aWriteContext({ ifRevision: seen?.revision });
    const error = await errorOf(adapter.setVariable(marina, 'plan', 'pro', write));
    expect(error).toMatchObject({ code: 'conflict', detail: { current: theirs, by: 'Bruno', at } });
    expect(error.detail.record).toBeUndefined();
    expect(theirs.revision).toBeGreaterThan(seen?.revision ?? Infinity);
  });

  test('collides only with itself where each field has a revision', async () => {
    const adapter = anAdapter();
    const [seen] = (await adapter.getSubscriber(marina, aReadContext())).variables;
    adapter.control.actAs('Bruno').setVariable(marina, 'size', 'M');
    const write = aWriteContext({ ifRevision: seen?.revision });
    await expect(adapter.setVariable(marina, 'plan', 'pro', write)).resolves.toBeDefined();
  });

  test('collides with any other change where only records have one, and the answer brings the record', async () => {
    const adapter = anAdapter({ revisions: 'record' });
    const seen = await adapter.getSubscriber(marina, aReadContext());
    expect(seen.variables[0]).not.toHaveProperty('revision');
    adapter.control.actAs('Bruno').setVariable(marina, 'size', 'M');

    const stale = aWriteContext({ ifRevision: seen.revision });
    const error = await errorOf(adapter.setVariable(marina, 'plan', 'pro', stale));
    const { record } = error.detail;
    expect(error.detail.current).toMatchObject({ key: 'plan', value: 'free' });
    expect(record?.variables[1]).toMatchObject({ value: 'M' });

    const rebased = aWriteContext({ ifRevision: record?.revision });
    const answer = await adapter.setVariable(marina, 'plan', 'pro', rebased);
    expect(answer.record).toEqual(adapter.control.server.subscriber(marina));
    expect(answer.record?.revision).toBeGreaterThan(record?.revision ?? Infinity);
  });

  test('never collides where there are no revisions', async () => {
    const adapter = anAdapter({ revisions: 'none' });
    expect(JSON.stringify(await adapter.getSubscriber(marina, aReadContext()))).not.toContain('revision');
    const write = aWriteContext({ ifRevision: 1 });
    await expect(adapter.setVariable(marina, 'plan', 'pro', write)).resolves.toBeDefined();
  });

  test('is refused if the value does not fit, or if it is read-only', async () => {
    const adapter = anAdapter({
      subscribers: [
        aSubscriber({
          variables: [aVariable({ type: 'email', value: null }), aVariable({ key: 'id', readOnly: 'Ours.' })],
        }),
        aSubscriber({ id: 'locked', variables: [aVariable()], readOnly: 'Lisbon only.' }),
      ],
    });
    const set = (id: string, key: string) => adapter.setVariable({ id }, key, 'nonsense', aWriteContext());
    expect(await errorOf(set('marina', 'plan'))).toMatchObject({
      code: 'invalid',
      detail: { issues: [{ path: 'value' }] },
    });
    expect(await errorOf(set('marina', 'id'))).toMatchObject({ detail: { reason: 'Ours.' } });
    expect(await errorOf(set('locked', 'plan'))).toMatchObject({ detail: { reason: 'Lisbon only.' } });
    expect(await errorOf(set('marina', 'none'))).toMatchObject({ detail: { resource: 'variable' } });
  });

  test('keeps its revision if nothing changes', async () => {
    const adapter = anAdapter();
    const { events } = listenTo(adapter);
    const before = adapter.control.server.subscriber(marina);
    await adapter.setVariable(marina, 'plan', 'free', aWriteContext());
    expect(adapter.control.server.subscriber(marina)).toEqual(before);
    expect(events).toEqual([]);
  });
});

describe('tags', () => {
  test('are a set: adding twice and removing twice is no error, even with an old revision', async () => {
    const adapter = anAdapter();
    const { events } = listenTo(adapter);
    const added = await adapter.addTag(marina, 'cart', aWriteContext());
    expect(added.value.tags.map(({ id }) => id)).toEqual(['vip', 'cart']);
    const again = await adapter.addTag(marina, 'cart', aWriteContext({ ifRevision: 0 }));
    expect(again).toEqual(added);
    await adapter.removeTag(marina, 'vip', aWriteContext());
    const { value } = await adapter.removeTag(marina, 'vip', aWriteContext({ ifRevision: 0 }));
    expect(value.tags.map(({ id }) => id)).toEqual(['cart']);
    expect(events).toMatchObject([
      { fields: { 'tag:cart': { value: { name: 'Abandoned cart' }, by: 'Ana' } } },
      { fields: { 'tag:vip': { value: null } } },
    ]);
  });

  test('collide by the revision of the set', async () => {
    const adapter = anAdapter();
    const { tagging } = await adapter.getSubscriber(marina, aReadContext());
    const theirs = adapter.control.actAs('Bruno').addTag(marina, 'cafe');
    const write = aWriteContext({ ifRevision: tagging.revision });
    const error = await errorOf(adapter.addTag(marina, 'cart', write));
    expect(error).toMatchObject({ code: 'conflict', detail: { current: theirs, by: 'Bruno' } });
  });

  test('are created once by name, however it is written', async () => {
    const adapter = anAdapter();
    const created = await adapter.createTag(marina, ' Wedding ', aWriteContext());
    expect(created.value.tags.at(-1)).toMatchObject({ name: 'Wedding' });
    const twin = await adapter.createTag(marina, 'CAFE\u0301', aWriteContext());
    expect(twin.value.tags.at(-1)).toMatchObject({ id: 'cafe', name: 'Café' });
    expect(adapter.control.server.tags()).toHaveLength(4);
    expect(await errorOf(adapter.createTag(marina, '  ', aWriteContext()))).toMatchObject({
      detail: { issues: [{ path: 'name' }] },
    });
  });

  test('have to be in the vocabulary', async () => {
    const error = await errorOf(anAdapter().addTag(marina, '__proto__', aWriteContext()));
    expect(error).toMatchObject({ code: 'not-found', detail: { resource: 'tag' } });
  });
});

describe('a deal', () => {
  test('is created at the head of the list, and its status follows its step', async () => {
    const adapter = anAdapter();
    const { events } = listenTo(adapter);
    const deal = await adapter.createDeal(
      marina,
      aDealDraft({ name: ' Sandals ', stepId: 'won', assigneeId: 'ana' }),
      aWriteContext(),
    );
    expect(deal).toMatchObject({ name: 'Sandals', status: 'won', assignee: { name: 'Ana Souza' } });
    expect(adapter.control.server.deals(marina)[0]).toEqual(deal);
    expect(events).toEqual([{ type: 'dealCreated', deal }]);

    const step = { pipelineId: 'sales', stepId: 'lost' };
    const lost = await adapter.updateDeal(marina, deal.id, { step }, aWriteContext());
    expect(lost.status).toBe('lost');
    expect(events.slice(1)).toMatchObject([
      { type: 'changed', fields: { [`deal:${deal.id}:step`]: { value: step, revision: lost.revision } } },
      { type: 'invalidated', section: 'deals' },
    ]);
  });

  test('is left alone where the patch says nothing, and cleared where it says null', async () => {
    const adapter = anAdapter({ deals: { marina: [aDeal({ assignee: aMember() })] } });
    const patch = { value: null, assigneeId: null, name: undefined };
    const deal = await adapter.updateDeal(marina, 'deal-1', patch, aWriteContext());
    expect(deal).toMatchObject({ name: 'Wedding guest dress', value: null, assignee: null });
  });

  test('is refused with a reason for each place', async () => {
    const adapter = anAdapter();
    const pathsOf = async (promise: Promise<unknown>) =>
      (await errorOf(promise)).detail.issues?.map(({ path }) => path);
    const draft = { ...aDealDraft({ name: ' ', stepId: 'x', assigneeId: 'eva' }) };
    const value = { amount: '1,5', currency: 'BRL' };
    expect(await pathsOf(adapter.createDeal(marina, { ...draft, value }, aWriteContext()))).toEqual([
      'name',
      'stepId',
      'value',
      'assigneeId',
    ]);
    const patch = { name: '', step: { pipelineId: 'x', stepId: 'y' } };
    expect(await pathsOf(adapter.updateDeal(marina, 'deal-1', patch, aWriteContext()))).toEqual([
      'name',
      'step',
    ]);
    expect(adapter.control.server.deals(marina)).toHaveLength(1);
  });

  test('collides as a whole', async () => {
    const adapter = anAdapter();
    const [seen] = (await adapter.listDeals(marina, {}, aReadContext())).items;
    const theirs = adapter.control.actAs('Bruno').updateDeal(marina, 'deal-1', { name: 'Dress' });
    const write = () => aWriteContext({ ifRevision: seen?.revision });
    const edited = await errorOf(adapter.updateDeal(marina, 'deal-1', { value: null }, write()));
    expect(edited).toMatchObject({ code: 'conflict', detail: { current: theirs, by: 'Bruno', at } });
    const deleted = await errorOf(adapter.deleteDeal(marina, 'deal-1', write()));
    expect(deleted.code).toBe('conflict');
  });

  test('is deleted once, and nobody finds it under another subscriber', async () => {
    const adapter = anAdapter();
    const { events } = listenTo(adapter);
    const elsewhere = await errorOf(adapter.deleteDeal({ id: 'bruna' }, 'deal-1', aWriteContext()));
    expect(elsewhere.code).toBe('not-found');
    await adapter.deleteDeal(marina, 'deal-1', aWriteContext());
    expect(events).toMatchObject([{ type: 'dealDeleted', id: 'deal-1', revision: expect.any(Number) }]);
    const again = await errorOf(adapter.deleteDeal(marina, 'deal-1', aWriteContext()));
    expect(again).toMatchObject({ code: 'not-found', detail: { resource: 'deal' } });
  });
});

describe('a contact', () => {
  const bruna = { id: 'bruna' };
  const draft = { firstName: 'Bruna', lastName: '', phones: [], emails: [] };

  test('is created, linked and told', async () => {
    const adapter = anAdapter();
    const { events } = listenTo(adapter, { ...marina, id: 'bruna' });
    expect(await adapter.getContact(bruna, aReadContext())).toBeNull();
    const contact = await adapter.createContact(
      bruna,
      {
        ...draft,
        phones: [{ value: ' +55 11 5555-0100 ', primary: true }],
        fields: [{ key: 'company', value: 'Linho' }],
      },
      aWriteContext(),
    );
    expect(contact).toMatchObject({
      phones: [{ id: expect.any(String), value: '+55 11 5555-0100', primary: true }],
      fields: [{ key: 'company', value: 'Linho' }],
    });
    expect(await adapter.getContact(bruna, aReadContext())).toEqual(contact);
    expect(events).toEqual([{ type: 'contactLinked', contact }]);
  });

  test('is refused with the place of each bad phone, address and field', async () => {
    const adapter = anAdapter();
    const good = { value: '+55 11 5555-0100', primary: true };
    const bad = { value: 'nonsense', primary: false };
    const error = await errorOf(
      adapter.createContact(
        bruna,
        { ...draft, phones: [bad, good], emails: [bad], fields: [{ key: 'none', value: '' }] },
        aWriteContext(),
      ),
    );
    expect(error.code).toBe('invalid');
    expect(error.detail.issues?.map(({ path }) => path)).toEqual([
      'phones.0.value',
      'emails.0.value',
      'fields.0.key',
    ]);
    const nobody = await errorOf(adapter.createContact(bruna, { ...draft, firstName: ' ' }, aWriteContext()));
    expect(nobody.detail.issues).toMatchObject([{ path: 'firstName' }]);
  });

  test('is a duplicate if another has the address, and can be linked instead', async () => {
    const adapter = anAdapter();
    const emails = [{ value: 'MARINA@mo.br', primary: true }];
    const error = await errorOf(adapter.createContact(bruna, { ...draft, emails }, aWriteContext()));
    expect(error).toMatchObject({
      code: 'duplicate',
      detail: { duplicate: { field: 'emails.0.value', id: 'contact-1', name: 'Marina Oliveira' } },
    });
    const linked = await adapter.linkContact(bruna, 'contact-1', aWriteContext());
    expect(await adapter.getContact(bruna, aReadContext())).toEqual(linked);
    await expect(
      adapter.updateContact(marina, 'contact-1', { emails }, aWriteContext()),
    ).resolves.toBeDefined();
  });

  test('changes for every subscriber that is linked to it', async () => {
    const adapter = anAdapter();
    await adapter.linkContact(bruna, 'contact-1', aWriteContext());
    const { events } = listenTo(adapter, { ...marina, id: 'bruna' });
    const patch = { firstName: 'Mari', assigneeId: 'ana' };
    const contact = await adapter.updateContact(marina, 'contact-1', patch, aWriteContext());
    expect(events).toMatchObject([
      {
        fields: {
          'contact:contact-1:firstName': { value: 'Mari', revision: contact.revision },
          'contact:contact-1:assignee': { value: { id: 'ana' } },
        },
      },
    ]);
    const stale = aWriteContext({ ifRevision: 0 });
    const error = await errorOf(adapter.updateContact(marina, 'contact-1', { lastName: 'O' }, stale));
    expect(error).toMatchObject({ code: 'conflict', detail: { current: contact, by: 'Ana' } });
  });

  test('that was linked in the meantime is a conflict, not a second contact', async () => {
    const adapter = anAdapter();
    adapter.control.actAs('Bruno').linkContact(bruna, 'contact-1');
    const error = await errorOf(adapter.createContact(bruna, draft, aWriteContext()));
    expect(error).toMatchObject({ code: 'conflict', detail: { current: { id: 'contact-1' } } });
  });
});

describe('a call that is repeated with its idempotency key', () => {
  test('happens once and gets the first answer', async () => {
    const adapter = anAdapter();
    const write = aWriteContext();
    const first = await adapter.createDeal(marina, aDealDraft(), write);
    expect(await adapter.createDeal(marina, aDealDraft(), write)).toEqual(first);
    expect(adapter.control.server.deals(marina)).toHaveLength(2);
  });

  test('happens once even if both are on their way at the same time', async () => {
    const adapter = anAdapter();
    const write = aWriteContext();
    await Promise.all([1, 2, 3].map(() => adapter.createDeal(marina, aDealDraft(), write)));
    expect(adapter.control.server.deals(marina)).toHaveLength(2);
  });

  test('gets the answer of a write whose answer was lost', async () => {
    const adapter = anAdapter();
    const ifRevision = adapter.control.server.subscriber(marina)?.variables[0]?.revision;
    const write = aWriteContext({ ifRevision });
    adapter.control.failNext('setVariable', new AdapterError('timeout', 'Too late.'), { applied: true });
    expect((await errorOf(adapter.setVariable(marina, 'plan', 'pro', write))).code).toBe('timeout');
    expect(adapter.control.server.subscriber(marina)?.variables[0]?.value).toBe('pro');
    const { value } = await adapter.setVariable(marina, 'plan', 'pro', write);
    expect(value.value).toBe('pro');
  });

  test('happens again on a backend that is not idempotent', async () => {
    const adapter = anAdapter({ idempotent: false });
    expect(adapter.idempotent).toBe(false);
    const write = aWriteContext();
    await adapter.createDeal(marina, aDealDraft(), write);
    await adapter.createDeal(marina, aDealDraft(), write);
    expect(adapter.control.server.deals(marina)).toHaveLength(3);
  });
});

describe('delay, abort and failure', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  test('answers after the delay, by method and as it is at the time of the call', async () => {
    const adapter = anAdapter({ delay: (method) => (method === 'getContact' ? 50 : 0) });
    const answered: string[] = [];
    const slow = adapter.getContact(marina, aReadContext()).then(() => answered.push('contact'));
    await adapter.getSubscriber(marina, aReadContext());
    expect(answered).toEqual([]);
    adapter.control.setDelay(0);
    await adapter.getContact(marina, aReadContext());
    expect(answered).toEqual([]);
    await vi.advanceTimersByTimeAsync(50);
    await slow;
    expect(answered).toEqual(['contact']);
  });

  test('rejects with the reason of the abort and does nothing', async () => {
    const adapter = anAdapter({ delay: 100 });
    const caller = new AbortController();
    const write = aWriteContext({ signal: caller.signal });
    const saved = adapter.setVariable(marina, 'plan', 'pro', write);
    const outcome = expect(saved).rejects.toBe('changed my mind');
    await vi.advanceTimersByTimeAsync(99);
    caller.abort('changed my mind');
    await outcome;
    await vi.runAllTimersAsync();
    expect(adapter.control.server.subscriber(marina)?.variables[0]?.value).toBe('free');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('does nothing for a signal aborted before the call, or in the same turn without a delay', async () => {
    const adapter = anAdapter();
    const late = new AbortController();
    const saved = adapter.setVariable(marina, 'plan', 'pro', aWriteContext({ signal: late.signal }));
    late.abort('late');
    await expect(saved).rejects.toBe('late');
    const early = aWriteContext({ signal: AbortSignal.abort('early') });
    await expect(adapter.setVariable(marina, 'plan', 'pro', early)).rejects.toBe('early');
    expect(adapter.control.server.subscriber(marina)?.variables[0]?.value).toBe('free');
  });

  test('can have done what an aborted call asked for', async () => {
    const adapter = anAdapter({ delay: Number.POSITIVE_INFINITY });
    adapter.control.failNext('createDeal', undefined, { applied: true });
    const caller = new AbortController();
    const created = adapter.createDeal(marina, aDealDraft(), aWriteContext({ signal: caller.signal }));
    caller.abort('15 s are over');
    await expect(created).rejects.toBe('15 s are over');
    expect(adapter.control.server.deals(marina)).toHaveLength(2);
  });

  test('fails as planned, in order, with whatever it is told to throw', async () => {
    const adapter = anAdapter();
    adapter.control.failNext('getSubscriber', new AdapterError('unavailable', 'Down.'));
    adapter.control.failNext('getSubscriber', 'a string');
    await expect(adapter.getSubscriber(marina, aReadContext())).rejects.toMatchObject({
      code: 'unavailable',
    });
    await expect(adapter.getSubscriber(marina, aReadContext())).rejects.toBe('a string');
    await expect(adapter.getSubscriber(marina, aReadContext())).resolves.toBeDefined();
  });

  test('fails as long as it is told to, by method and arguments', async () => {
    const offline = new AdapterError('offline', 'No network.');
    const adapter = anAdapter({ fail: (method) => (method === 'listDeals' ? offline : undefined) });
    expect(await errorOf(adapter.listDeals(marina, {}, aReadContext()))).toBe(offline);
    await expect(adapter.getContact(marina, aReadContext())).resolves.toBeDefined();
    adapter.control.setFail((method, [, key]) =>
      method === 'setVariable' && key === 'plan' ? offline : undefined,
    );
    await expect(adapter.listDeals(marina, {}, aReadContext())).resolves.toBeDefined();
    await expect(adapter.setVariable(marina, 'plan', '', aWriteContext())).rejects.toBe(offline);
    await expect(adapter.setVariable(marina, 'size', '', aWriteContext())).resolves.toBeDefined();
  });

  test('keeps a log of the calls, as they were made', async () => {
    const adapter = anAdapter();
    const draft = { ...aDealDraft() };
    const created = adapter.createDeal(marina, draft, aWriteContext({ idempotencyKey: 'k', ifRevision: 4 }));
    draft.name = 'Changed on the way';
    expect((await created).name).toBe('Summer sandals');
    expect(adapter.control.calls).toEqual([
      { method: 'createDeal', args: [marina, aDealDraft()], at: now, idempotencyKey: 'k', ifRevision: 4 },
    ]);
  });
});

describe('another operator', () => {
  test('works with the same backend, under their own name', async () => {
    const adapter = anAdapter();
    const bruno = adapter.control.adapterFor('Bruno');
    const { events } = listenTo(adapter);
    await bruno.setVariable?.(marina, 'plan', 'team', aWriteContext());
    expect(events).toMatchObject([{ fields: { 'variable:plan': { value: 'team', by: 'Bruno' } } }]);
    const { variables } = await adapter.getSubscriber(marina, aReadContext());
    expect(variables[0]).toMatchObject({ value: 'team', updatedBy: 'Bruno' });
    const stale = bruno.setVariable?.(marina, 'plan', 'pro', { ...aWriteContext(), ifRevision: 0 });
    await expect(stale).rejects.toMatchObject({ code: 'conflict' });
  });

  test('is heard by the card, by name, and may change what is locked', () => {
    const adapter = anAdapter();
    const { events, stop } = listenTo(adapter);
    const bruno = adapter.control.actAs('Bruno');
    bruno.setVariable(marina, 'number', 'C-1');
    bruno.changeSubscriber(marina, { name: 'Marina O.' });
    bruno.unlinkContact(marina);
    const contact = bruno.linkContact(marina, 'contact-1');
    bruno.deleteSubscriber(marina);
    expect(events).toMatchObject([
      { type: 'changed', fields: { 'variable:number': { value: 'C-1', by: 'Bruno', at } } },
      { type: 'subscriberChanged', patch: { name: 'Marina O.' }, revision: expect.any(Number) },
      { type: 'contactUnlinked' },
      { type: 'contactLinked', contact },
      { type: 'subscriberDeleted' },
    ]);
    stop?.();
    adapter.control.emit(marina, { type: 'invalidated' });
    expect(events).toHaveLength(5);
  });

  test('is not heard about another subscriber', () => {
    const adapter = anAdapter();
    const { events } = listenTo(adapter);
    adapter.control.actAs('Bruno').changeSubscriber({ id: 'bruna' }, { name: 'B.' });
    expect(events).toEqual([]);
  });

  test('is heard from the call on, and no sooner: the adapter says so', () => {
    const adapter = anAdapter();
    const heard: CardEvent[][] = [[], []];
    const listen = (place: 0 | 1) =>
      adapter.subscribe(marina, (event) => heard[place]?.push(event), aReadContext());
    adapter.control.actAs('Bruno').setVariable(marina, 'plan', 'team');
    listen(0);
    adapter.control.disconnect();
    listen(1);
    adapter.control.reconnect();
    const told = heard.map((events) => events.map((event) => 'state' in event && event.state));
    expect(told).toEqual([
      ['open', 'closed', 'open'],
      ['closed', 'open'],
    ]);
  });

  test('is not heard while the connection is closed', () => {
    const adapter = anAdapter();
    const { events } = listenTo(adapter);
    adapter.control.disconnect();
    adapter.control.actAs('Bruno').setVariable(marina, 'plan', 'team');
    adapter.control.reconnect();
    expect(events).toEqual([
      { type: 'connection', state: 'closed' },
      { type: 'connection', state: 'open' },
    ]);
  });

  test('is not heard once the signal is aborted', () => {
    const adapter = anAdapter();
    const listener = vi.fn();
    const caller = new AbortController();
    adapter.subscribe(marina, listener, { signal: caller.signal });
    caller.abort();
    adapter.subscribe(marina, listener, { signal: caller.signal });
    adapter.control.actAs('Bruno').setVariable(marina, 'plan', 'team');
    expect(listener.mock.calls).toEqual([[{ type: 'connection', state: 'open' }]]);
  });

  test('sees revisions that only grow, whoever writes whatever', async () => {
    const adapter = anAdapter();
    const { events } = listenTo(adapter);
    const bruno = adapter.control.actAs('Bruno');
    bruno.setVariable(marina, 'plan', 'team');
    await adapter.setVariable(marina, 'plan', 'pro', aWriteContext());
    bruno.addTag(marina, 'cart');
    await adapter.removeTag(marina, 'vip', aWriteContext());
    const revisions = events.flatMap((event) =>
      event.type === 'changed' ? Object.values(event.fields).map((news) => news?.revision ?? 0) : [],
    );
    expect(revisions).toHaveLength(4);
    expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b));
  });
});

test('leaves out what the backend cannot do', async () => {
  const adapter = createMemoryAdapter({
    subscribers: [aSubscriber()],
    omit: ['setVariable', 'listDeals', 'subscribe'],
  });
  const names: Capability[] = ['setVariable', 'listDeals', 'subscribe', 'addTag'];
  expect(names.filter((name) => name in adapter)).toEqual(['addTag']);
  const asPort: DataAdapter = adapter;
  await expect(asPort.getSubscriber(marina, aReadContext())).resolves.toEqual(expect.anything());
});
