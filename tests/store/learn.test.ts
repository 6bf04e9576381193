import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FieldId, toFieldId } from '../../src/model/field.ts';
import type { Variable, VariableValue } from '../../src/model/variable.ts';
import { type Confirmed, isKnown, type News, nothingConfirmed } from '../../src/store/confirmed.ts';
import { learn } from '../../src/store/learn.ts';
import { aCampaign, aContact, aDeal, aSubscriber, aTag, aVariable } from '../support/fixtures.ts';

const plan = toFieldId({ kind: 'variable', key: 'plan' });
const vip = toFieldId({ kind: 'tag', id: 'vip' });

function hear(...news: News[]): Confirmed {
  return news.reduce(learn, nothingConfirmed);
}

function changed(id: FieldId, value: unknown, revision?: number, by?: string): News {
  return { type: 'changed', fields: { [id]: { value, revision, by } } };
}

function subscriber(value: string, revision: number, tags: string[] = []): News {
  return {
    type: 'subscriber',
    subscriber: aSubscriber({
      revision,
      variables: [aVariable({ key: 'plan', value })],
      tagging: { tags: tags.map((id) => aTag({ id })) },
    }),
  };
}

describe('what is confirmed', () => {
  test('keeps the higher revision, whichever comes first', () => {
    expect(hear(changed(plan, 'new', 7), subscriber('old', 5)).fields.get(plan)?.value).toBe('new');
    expect(hear(subscriber('old', 5), changed(plan, 'new', 7)).fields.get(plan)?.value).toBe('new');
  });

  test('ignores a repeat and a late event', () => {
    const confirmed = hear(subscriber('pro', 5), changed(plan, 'team', 6, 'Ana'), changed(plan, 'free', 4));
    expect(confirmed.fields.get(plan)).toMatchObject({ value: 'team', revision: 6, by: 'Ana' });
  });

  test('guards a write with a revision of whole records only: a single-field event may follow a lost one', () => {
    expect(hear(subscriber('pro', 5), changed(plan, 'team', 9)).revisions.get('subscriber')).toBe(5);
  });

  test('keeps what came by event before the first load', () => {
    const confirmed = hear(changed(vip, aTag({ id: 'vip' }), 9), subscriber('pro', 5));
    expect(confirmed.tags).toEqual(['vip']);
  });

  test('does not bring a removed tag back with an older set', () => {
    const confirmed = hear(
      subscriber('pro', 5, ['vip']),
      changed(vip, null, 9),
      subscriber('pro', 7, ['vip']),
    );
    expect(confirmed.tags).toEqual([]);
  });

  test('does not add a tag that an older set lists and a newer one does not', () => {
    expect(hear(subscriber('pro', 9), subscriber('pro', 7, ['vip'])).tags).toEqual([]);
  });

  test('forgets a fact that a whole record does not mention any more', () => {
    const before = aSubscriber({ revision: 1, username: 'ana' });
    const { username: _gone, ...after } = aSubscriber({ revision: 2 });
    const confirmed = hear(
      { type: 'subscriber', subscriber: before },
      { type: 'subscriber', subscriber: after },
    );
    expect(confirmed.subscriber?.username).toBeUndefined();
  });

  test('takes names such as __proto__ for names', () => {
    const id = toFieldId({ kind: 'variable', key: '__proto__' });
    const confirmed = hear({ type: 'variable', variable: aVariable({ key: '__proto__', value: 'x' }) });
    expect(confirmed.fields.get(id)?.value).toBe('x');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('is the same for any order and repetition of the same messages', () => {
    const message = fc.oneof(
      fc
        .record({ value: fc.constantFrom('a', 'b', 'c'), revision: fc.integer({ min: 1, max: 30 }) })
        .map(({ revision }) => changed(plan, `plan-${revision}`, revision)),
      fc
        .integer({ min: 1, max: 30 })
        .map((revision) => changed(vip, revision % 2 ? aTag({ id: 'vip' }) : null, revision)),
      fc
        .integer({ min: 1, max: 30 })
        .map((revision) => subscriber(`plan-${revision}`, revision, revision % 2 ? ['vip'] : [])),
    );
    fc.assert(
      fc.property(
        fc.array(message, { maxLength: 12 }),
        fc.array(fc.nat(100), { maxLength: 24 }),
        (messages, order) => {
          const shuffled = [
            ...messages,
            ...order.flatMap((place) => messages[place % messages.length] ?? []),
          ].reverse();
          const [first, second] = [hear(...messages), hear(...shuffled)];
          expect(second.fields.get(plan)?.value).toEqual(first.fields.get(plan)?.value);
          expect(second.fields.get(plan)?.revision).toBe(first.fields.get(plan)?.revision);
          expect(second.fields.get(vip)?.value ?? null).toEqual(first.fields.get(vip)?.value ?? null);
          expect(second.tags).toEqual(first.tags);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('without revisions', () => {
  test('a read that began before a write was confirmed does not touch what it wrote', () => {
    const before = hear({ type: 'variable', variable: aVariable({ key: 'plan', value: 'old' }) });
    const written = learn(before, { type: 'variable', variable: aVariable({ key: 'plan', value: 'new' }) });
    const stale = aSubscriber({ variables: [aVariable({ key: 'plan', value: 'old' })] });
    const late = learn(written, { type: 'subscriber', subscriber: stale, since: before.tick });
    expect(late.fields.get(plan)?.value).toBe('new');
    const fresh = learn(written, { type: 'subscriber', subscriber: stale, since: written.tick });
    expect(fresh.fields.get(plan)?.value).toBe('old');
  });
});

describe('the list of deals', () => {
  const list = (since: number, ids: string[], nextCursor?: string): News => ({
    type: 'deals',
    page: { items: ids.map((id) => aDeal({ id, revision: 1 })), ...(nextCursor && { nextCursor }) },
    from: 'start',
    since,
  });
  const idsOf = ({ deals }: Confirmed) => deals.map(({ id }) => id);
  const further = (since: number, ids: string[], nextCursor?: string): News => ({
    ...(list(since, ids, nextCursor) as Extract<News, { type: 'deals' }>),
    from: 'cursor',
  });

  test('keeps a deleted deal out, whatever an older list says', () => {
    const confirmed = hear(list(0, ['a', 'b']), { type: 'dealDeleted', id: 'a', revision: 2 });
    expect(idsOf(learn(confirmed, list(0, ['a', 'b'])))).toEqual(['b']);
  });

  test('keeps a deal that was created while the list was read', () => {
    const created = hear({ type: 'dealCreated', deal: aDeal({ id: 'new', revision: 4 }) });
    expect(idsOf(learn(created, list(0, ['a'])))).toEqual(['new', 'a']);
  });

  test('drops what a whole list does not name, and keeps what lies on further pages', () => {
    const two = hear(list(0, ['a', 'b']));
    expect(idsOf(learn(two, list(two.tick, ['a'])))).toEqual(['a']);
    expect(idsOf(learn(two, list(two.tick, ['a'], 'more')))).toEqual(['a', 'b']);
  });

  test('is not known by an event before its first answer', () => {
    const created = hear({ type: 'dealCreated', deal: aDeal({ id: 'new', revision: 4 }) });
    expect(isKnown(created, 'deals')).toBe(false);
    expect(isKnown(learn(created, list(created.tick, ['new'])), 'deals')).toBe(true);
  });

  test('read again does not offer pages that were read already', () => {
    const all = hear(list(0, ['a', 'b'], '2'), further(1, ['c', 'd'], '3'), further(2, ['e']));
    expect(all.dealCursor).toBeUndefined();
    const again = learn(all, list(all.tick, ['new', 'a'], '2'));
    expect(idsOf(again)).toEqual(['new', 'a', 'b', 'c', 'd', 'e']);
    expect(again.dealCursor).toBeUndefined();
    const half = hear(list(0, ['a', 'b'], '2'), further(1, ['c', 'd'], '3'));
    expect(learn(half, list(half.tick, ['a', 'b'], '2')).dealCursor).toBe('3');
  });

  test('read again after so many new ones that it meets none of the old goes on from there', () => {
    const all = hear(list(0, ['a', 'b'], '2'), further(1, ['c']));
    expect(learn(all, list(all.tick, ['x', 'y'], '2')).dealCursor).toBe('2');
  });
});

test('an answer that says nothing new leaves in place all that is drawn', () => {
  const news = (): News[] => [
    {
      type: 'subscriber',
      subscriber: aSubscriber({
        campaigns: [aCampaign()],
        variables: [aVariable({ type: 'multiselect', value: ['a', 'b'] })],
        tagging: { tags: [aTag()] },
      }),
    },
    { type: 'deals', page: { items: [aDeal()] }, from: 'start', since: 99 },
    { type: 'contact', contact: aContact({ phones: [{ value: '+1', primary: true }] }) },
  ];
  const first = hear(...news());
  const again = news().reduce(learn, first);
  for (const part of ['subscriber', 'variables', 'tags', 'deals', 'contact'] as const) {
    expect(again[part], part).toBe(first[part]);
  }
  for (const [id, { value }] of first.fields) expect(again.fields.get(id)?.value, id).toBe(value);
});

describe('what is heard of a variable before its type is known', () => {
  const early = (value: unknown) => changed(plan, value, 2);
  const load = (type: Variable['type'], value: VariableValue): News => ({
    type: 'subscriber',
    subscriber: aSubscriber({ variables: [aVariable({ type, value, revision: 1 })] }),
  });

  test('is left out where it is of another type', () => {
    const confirmed = hear(early({ amount: '1', currency: 'BRL' }), load('string', 'free'));
    expect(confirmed.fields.get(plan)?.value).toBe('free');
  });

  test('is taken as the type writes it', () => {
    expect(hear(early('07.50'), load('number', '1')).fields.get(plan)?.value).toBe(
      hear(load('number', '1'), changed(plan, '7.5', 2)).fields.get(plan)?.value,
    );
  });
});
