import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { toFieldId } from '../../src/model/field.ts';
import {
  type CardClientOptions,
  type CardProblem,
  createCardClient,
} from '../../src/store/createCardClient.ts';
import type { PersistOptions } from '../../src/store/createPersistence.ts';
import { shown } from '../../src/store/mutations.ts';
import { createHeldAdapter, type HeldMethod } from '../support/createHeldAdapter.ts';
import { createTestStorage } from '../support/createTestStorage.ts';
import { aDeal, aSubscriber, aVariable } from '../support/fixtures.ts';

const marina = { id: 'marina', channel: 'instagram' };
const plan = toFieldId({ kind: 'variable', key: 'plan' });
const dealName = toFieldId({ kind: 'deal', id: 'd1', name: 'name' });
const writes: HeldMethod[] = ['setVariable', 'createDeal', 'updateDeal', 'deleteDeal', 'listDeals'];
const dealDraft = { pipelineId: 'p', stepId: 's', name: 'Wedding', value: null, assigneeId: null };
const day = 24 * 60 * 60 * 1000;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-22T12:00:00Z') });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Lets everything happen that needs no time. */
const settle = () => vi.advanceTimersByTimeAsync(0);

/** One page after the other, over one storage. */
function openBrowser(persist: Partial<PersistOptions> = {}) {
  const kept = createTestStorage();
  function openPage(options: Partial<CardClientOptions> & { idempotent?: boolean } = {}) {
    const held = createHeldAdapter(...writes);
    const adapter = { ...held.adapter, idempotent: options.idempotent ?? true };
    const client = createCardClient({
      adapter,
      persist: { storage: kept.storage, scope: 'shop', ...persist },
      ...options,
    });
    const problems: CardProblem[] = [];
    client.handlers.onError = (problem) => problems.push(problem);
    client.restore();
    const { store, source } = client.getCard(marina);
    const state = store.getState;
    return { ...held, client, problems, store, source, state, visible: () => visible(state()) };
  }
  const visible = ({ mutations, confirmed }: ReturnType<ReturnType<typeof openPage>['state']>) =>
    shown(mutations, confirmed, plan);
  return { ...kept, openPage };
}

type Page = ReturnType<ReturnType<typeof openBrowser>['openPage']>;

async function load({ source, last }: Page, plan: Parameters<typeof aVariable>[0] = {}) {
  source.observe('subscriber');
  await settle();
  last('getSubscriber').answer(
    aSubscriber({ variables: [aVariable({ value: 'free', revision: 1, ...plan })] }),
  );
  await settle();
}

describe('what is typed and not submitted', () => {
  test('is there again after a reload, and nothing is sent', async () => {
    const { openPage } = openBrowser();
    const before = openPage();
    await load(before);
    before.store.edit(plan, 'free');
    before.store.change(plan, 'free and ea');
    await vi.advanceTimersByTimeAsync(250);

    const after = openPage();
    expect(after.state().drafts.get(plan)).toEqual({ input: 'free and ea', opened: 'free', base: 'free' });
    await load(after);
    expect(after.callsOf('setVariable')).toEqual([]);
    expect(after.visible()).toBe('free');
  });

  test('is written within a quarter of a second, and at once where the page goes', async () => {
    const { openPage, texts } = openBrowser();
    const page = openPage();
    await load(page);
    page.store.change(plan, 'e');
    await vi.advanceTimersByTimeAsync(249);
    expect(texts.size).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(texts.size).toBe(1);
    page.store.change(plan, 'ea');
    page.client.flush();
    expect([...texts.values()][0]).toContain('"ea"');
  });

  test('is told of, until the operator knows', async () => {
    const { openPage } = openBrowser();
    const before = openPage();
    before.store.change(plan, 'ea');
    before.client.flush();
    vi.advanceTimersByTime(60_000);
    const { state, store } = openPage();
    expect(state().restored).toEqual({
      at: Date.parse('2026-11-22T12:00:00Z'),
      lanes: new Set(['variable:plan']),
    });
    store.dismissRestored();
    expect(state().restored).toBeUndefined();
  });

  test('leaves nothing behind where it is dropped', async () => {
    const { openPage, texts } = openBrowser();
    const { store, client } = openPage();
    store.change(plan, 'ea');
    client.flush();
    store.cancel([plan]);
    client.flush();
    expect(texts.size).toBe(0);
  });
});

describe('a change that was asked for', () => {
  test('is written before it is sent, and taken out when the server has confirmed it', async () => {
    const { openPage, texts } = openBrowser();
    const page = openPage();
    await load(page);
    page.store.mutate(new Map([[plan, 'pro']]));
    expect([...texts.values()][0]).toContain('"pro"');
    page.last('setVariable').answer({ value: aVariable({ value: 'pro', revision: 2 }) });
    await settle();
    expect(texts.size).toBe(0);
  });

  test('that the network kept is sent by the next page under its own key, once it has seen what it overwrites', async () => {
    const { openPage } = openBrowser();
    const before = openPage();
    await load(before);
    before.store.mutate(new Map([[plan, 'pro']]));
    const { idempotencyKey } = before.last('setVariable').arguments[3] as { idempotencyKey: string };
    before.last('setVariable').fail(new AdapterError('offline', 'No network.'));
    await settle();

    const after = openPage();
    expect(after.visible()).toBe('pro');
    await settle();
    expect(after.callsOf('setVariable')).toEqual([]);
    after
      .last('getSubscriber')
      .answer(aSubscriber({ variables: [aVariable({ value: 'free', revision: 4 })] }));
    await settle();
    expect(after.last('setVariable').arguments.slice(1)).toMatchObject([
      'plan',
      'pro',
      { idempotencyKey, ifRevision: 4 },
    ]);
  });

  test('that had landed is not sent a second time', async () => {
    const { openPage, texts } = openBrowser();
    const before = openPage();
    await load(before);
    before.store.mutate(new Map([[plan, 'pro']]));
    const after = openPage();
    await settle();
    after
      .last('getSubscriber')
      .answer(aSubscriber({ variables: [aVariable({ value: 'pro', revision: 2 })] }));
    await settle();
    expect(after.callsOf('setVariable')).toEqual([]);
    expect(after.state().mutations.lanes.size).toBe(0);
    expect(texts.size).toBe(0);
  });

  test('over what a colleague has changed in the meantime is a conflict', async () => {
    const { openPage } = openBrowser();
    const before = openPage();
    await load(before);
    before.store.mutate(new Map([[plan, 'pro']]));
    const after = openPage();
    await settle();
    after
      .last('getSubscriber')
      .answer(aSubscriber({ variables: [aVariable({ value: 'team', revision: 7 })] }));
    await settle();
    expect(after.callsOf('setVariable')).toEqual([]);
    expect(after.state().mutations.conflicts.get(plan)?.value).toBe('pro');
    expect(after.visible()).toBe('team');
  });

  test('and one over it are one, and what may have landed is no conflict', async () => {
    const { openPage } = openBrowser();
    const before = openPage();
    await load(before);
    before.store.mutate(new Map([[plan, 'pro']]));
    before.store.mutate(new Map([[plan, 'team']]));
    const after = openPage();
    expect(after.visible()).toBe('team');
    await settle();
    after
      .last('getSubscriber')
      .answer(aSubscriber({ variables: [aVariable({ value: 'pro', revision: 2 })] }));
    await settle();
    expect(after.callsOf('setVariable')).toHaveLength(1);
    expect(after.last('setVariable').arguments[2]).toBe('team');
  });

  test('waits where the subscriber cannot be read, and goes on when that can', async () => {
    const { openPage } = openBrowser();
    const before = openPage();
    await load(before);
    before.store.mutate(new Map([[plan, 'pro']]));
    const after = openPage({ random: () => 0 });
    for (let read = 1; read <= 3; read += 1) {
      await vi.advanceTimersByTimeAsync(10_000);
      after.last('getSubscriber').fail(new AdapterError('offline', 'No network.'));
    }
    await settle();
    expect(after.state().mutations.lanes.get('variable:plan')?.head.status).toBe('waiting');
    after.client.connection.reconnect();
    await settle();
    after
      .last('getSubscriber')
      .answer(aSubscriber({ variables: [aVariable({ value: 'free', revision: 1 })] }));
    await settle();
    expect(after.callsOf('setVariable')).toHaveLength(1);
  });

  test('is not sent on the word of a live event, which says nothing of the record', async () => {
    const { openPage } = openBrowser();
    const before = openPage();
    const deals = { items: [aDeal({ id: 'd1', name: 'Party', revision: 3 })] };
    before.store.learn({ type: 'deals', page: deals, from: 'start', since: 0 });
    before.store.mutate(new Map([[dealName, 'Wedding']]));
    const after = openPage();
    after.store.hear({ type: 'changed', fields: { [dealName]: { value: 'Party', revision: 3 } } });
    await settle();
    expect(after.callsOf('updateDeal')).toEqual([]);
    after.last('listDeals').answer({ items: [aDeal({ id: 'd1', name: 'Funeral', revision: 4 })] });
    await settle();
    expect(after.callsOf('updateDeal')).toEqual([]);
    expect(after.state().mutations.conflicts.get(dealName)?.value).toBe('Wedding');
  });

  test('of a deal on a further page is sent once that page is read', async () => {
    const { openPage } = openBrowser();
    const before = openPage();
    const deals = { items: [aDeal({ id: 'd1', name: 'Party', revision: 3 })] };
    before.store.learn({ type: 'deals', page: deals, from: 'start', since: 0 });
    before.store.mutate(new Map([[dealName, 'Wedding']]));
    const after = openPage();
    await settle();
    after.last('listDeals').answer({ items: [aDeal({ id: 'd8' })], nextCursor: '2' });
    await settle();
    after.last('listDeals').answer({ items: [aDeal({ id: 'd9' })], nextCursor: '3' });
    await settle();
    expect(after.callsOf('updateDeal')).toEqual([]);
    expect(after.callsOf('listDeals').map((call) => call.arguments[1])).toEqual([
      {},
      { cursor: '2' },
      { cursor: '3' },
    ]);
    after.last('listDeals').answer({ items: [aDeal({ id: 'd1', name: 'Party', revision: 6 })] });
    await settle();
    expect(after.last('updateDeal').arguments.slice(1)).toMatchObject([
      'd1',
      { name: 'Wedding' },
      { ifRevision: 6 },
    ]);
  });

  test('of several lanes is sent lane by lane, and all of it', async () => {
    const { openPage } = openBrowser();
    const before = openPage();
    await load(before);
    before.store.learn({
      type: 'deals',
      page: { items: [aDeal({ id: 'd1', revision: 3 })] },
      from: 'start',
      since: 0,
    });
    before.store.mutate(
      new Map<ReturnType<typeof toFieldId>, unknown>([
        [plan, 'pro'],
        [dealName, 'Wedding'],
      ]),
    );
    const after = openPage();
    await settle();
    after
      .last('getSubscriber')
      .answer(aSubscriber({ variables: [aVariable({ value: 'free', revision: 1 })] }));
    after.last('listDeals').answer({ items: [aDeal({ id: 'd1', revision: 5 })] });
    await settle();
    expect(after.last('setVariable').arguments[2]).toBe('pro');
    expect(after.last('updateDeal').arguments.slice(1)).toMatchObject([
      'd1',
      { name: 'Wedding' },
      { ifRevision: 5 },
    ]);
  });
});

describe('a creation', () => {
  test('is sent again under its own key where the backend makes one of two', async () => {
    const { openPage } = openBrowser();
    const before = openPage();
    before.store.createDeal(dealDraft, new Map());
    const { idempotencyKey } = before.last('createDeal').arguments[2] as { idempotencyKey: string };
    const after = openPage();
    await settle();
    expect(after.last('createDeal').arguments.slice(1)).toMatchObject([dealDraft, { idempotencyKey }]);
  });

  test('that may have landed is asked about where the backend would make two', async () => {
    const { openPage } = openBrowser();
    openPage({ idempotent: false }).store.createDeal(dealDraft, new Map());
    const after = openPage({ idempotent: false });
    await settle();
    expect(after.callsOf('createDeal')).toEqual([]);
    expect([...after.state().mutations.lanes.values()].map(({ head }) => head.status)).toEqual(['unknown']);
  });
});

describe('what was kept', () => {
  test('under one scope is nothing under another', async () => {
    const browser = openBrowser();
    const page = browser.openPage();
    page.store.change(plan, 'ea');
    page.client.flush();
    const other = browser.openPage({ persist: { storage: browser.storage, scope: 'shop:marina' } });
    expect(other.state().drafts.size).toBe(0);
    const colon = browser.openPage({ persist: { storage: browser.storage, scope: 'sho' } });
    expect(colon.state().drafts.size).toBe(0);
    expect(browser.openPage().state().drafts.size).toBe(1);
  });

  test.each([
    [undefined, day],
    [60_000, 60_000],
  ])('is dropped after a day, or the time that the host says, whoever looks: %j', (maxAge, age) => {
    const browser = openBrowser({ maxAge });
    const keep = () => {
      const page = browser.openPage();
      page.store.change(plan, 'ea');
      page.client.flush();
    };
    keep();
    vi.advanceTimersByTime(age - 1);
    expect(browser.openPage().state().drafts.size).toBe(1);
    keep();
    vi.advanceTimersByTime(age);
    browser.openPage({ persist: { storage: browser.storage, scope: 'another account', maxAge } });
    expect(browser.texts.size).toBe(0);
    expect(browser.openPage().state().drafts.size).toBe(0);
  });

  const broken = {
    'no JSON': 'x',
    'nothing at all': '',
    null: 'null',
    'another version':
      '{"version":2,"savedAt":0,"subscriber":{"id":"a"},"drafts":[],"lanes":[],"conflicts":[]}',
    'a field that is none': `{"version":1,"savedAt":${Date.now()},"subscriber":{"id":"marina"},"drafts":[{"field":"__proto__","input":1}],"lanes":[],"conflicts":[]}`,
    'a lane without a mutation': `{"version":1,"savedAt":${Date.now()},"subscriber":{"id":"marina"},"drafts":[],"lanes":[{}],"conflicts":[]}`,
  };
  test.each(Object.entries(broken))('and is %s is dropped and told of', (_, text) => {
    const browser = openBrowser();
    browser.texts.set('subscriber-card:"shop":x', text);
    const { problems, state } = browser.openPage();
    expect(problems.map(({ error }) => error.code)).toEqual(['malformed']);
    expect(browser.texts.size).toBe(0);
    expect(state().drafts.size).toBe(0);
  });

  test.each([
    ['variable:plan', undefined],
    ['variable:plan', 17],
    ['variable:plan', [null]],
    ['variable:plan', { amount: null, currency: 7 }],
    ['deal:+:name', null],
    ['deal:d1:name', 17],
    ['deal:d1:step', 'won'],
    ['deal:d1:value', null],
    ['deal:d1:assignee', { id: 5 }],
    ['contact:c1:firstName', ['Ana']],
    ['contact:c1:phones', '+55'],
    ['contact:c1:phones', [{ value: 5 }]],
    ['contact:c1:assignee', 'ana'],
    ['tag:vip', 'VIP'],
  ])('of %s that no editor can hold is dropped: %j', (field, input) => {
    const browser = openBrowser();
    const text = JSON.stringify({
      version: 1,
      savedAt: Date.now(),
      subscriber: marina,
      drafts: [{ field, input }],
      lanes: [],
      conflicts: [],
    });
    browser.texts.set('subscriber-card:"shop":x', text);
    const { problems, state } = browser.openPage();
    expect(problems.map(({ error }) => error.code)).toEqual(['malformed']);
    expect(state().drafts.size).toBe(0);
  });

  test('by anybody else stays as it is', () => {
    const browser = openBrowser();
    browser.texts.set('theme', 'dark');
    const { problems } = browser.openPage();
    expect(problems).toEqual([]);
    expect(browser.texts.get('theme')).toBe('dark');
  });

  test('holds no name and no text of an error of the server', async () => {
    const browser = openBrowser();
    const page = browser.openPage();
    await load(page);
    page.store.mutate(new Map([[plan, 'pro']]));
    page.last('setVariable').fail(new AdapterError('unknown', 'Marina Silva is on the phone'));
    await settle();
    expect([...browser.texts.values()].join()).toContain('"failed"');
    expect([...browser.texts.values()].join()).not.toContain('Silva');
    expect(browser.openPage().state().mutations.lanes.get('variable:plan')?.head).toMatchObject({
      status: 'failed',
      error: { code: 'unknown' },
    });
  });
});

describe('a storage', () => {
  test('that is full or blocked stops nothing, is told of once, and says when it works again', async () => {
    const { openPage, fail, texts } = openBrowser();
    const page = openPage();
    await load(page);
    fail(new DOMException('Full', 'QuotaExceededError'));
    page.store.mutate(new Map([[plan, 'pro']]));
    expect(page.client.persistence.getState().isFailing).toBe(true);
    page.last('setVariable').answer({ value: aVariable({ value: 'pro', revision: 2 }) });
    await settle();
    expect(page.visible()).toBe('pro');
    expect(page.problems.map(({ error }) => error.code)).toEqual(['unavailable']);
    fail(null);
    page.store.change(plan, 'team');
    page.client.flush();
    expect(page.client.persistence.getState().isFailing).toBe(false);
    expect(texts.size).toBe(1);
  });

  test('that throws from the start opens the card all the same', async () => {
    const { openPage, fail } = openBrowser();
    fail(new DOMException('Blocked', 'SecurityError'));
    const page = openPage();
    await load(page);
    expect(page.visible()).toBe('free');
    expect(page.client.persistence.getState().isFailing).toBe(true);
  });

  test('is not touched where none is given', async () => {
    const { openPage, texts } = openBrowser();
    const page = openPage({ persist: undefined });
    page.store.change(plan, 'ea');
    page.client.flush();
    await vi.advanceTimersByTimeAsync(1000);
    expect(texts.size).toBe(0);
  });
});
