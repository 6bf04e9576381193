import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import {
  type Check,
  checkContact,
  checkDeal,
  checkList,
  checkMember,
  checkPage,
  checkPipelines,
  checkSubscriber,
  checkTag,
  checkTagging,
  checkVariableRow,
  checkWritten,
} from '../../src/adapters/checkAnswer.ts';
import { checkEvent } from '../../src/adapters/checkEvent.ts';
import type { CardEvent } from '../../src/adapters/DataAdapter.ts';
import type { Deal } from '../../src/model/deal.ts';
import type { Subscriber } from '../../src/model/subscriber.ts';
import type { Variable } from '../../src/model/variable.ts';
import {
  aCampaign,
  aContact,
  aDeal,
  aMember,
  aPipeline,
  aSubscriber,
  aTag,
  aVariable,
} from '../support/fixtures.ts';
import { disguises, oddValues } from '../support/oddValues.ts';

// Every answer of an adapter, mutated in place at random and put right again: a copy of each would take minutes.

const RUNS = 100_000;

interface Kind {
  readonly what: string;
  /** In `answer`, so that the whole of it can be replaced like any part. */
  readonly root: { readonly answer: unknown };
  readonly check: Check<unknown>;
  /** An event that cannot be read is left out, and nothing is thrown. */
  readonly isEvent: boolean;
  /** Where nothing can be saved. All else loses at most its row or its fact. */
  readonly vital: RegExp;
  readonly places: readonly Place[];
  readonly lists: readonly List[];
  /** The objects of the valid answer: none of them may come out. */
  readonly foreign: ReadonlySet<unknown>;
}

interface Place {
  readonly path: string;
  readonly owner: object;
  readonly key: string;
  readonly part: unknown;
}

interface List {
  /** From the root of what comes out. */
  readonly keys: readonly string[];
  readonly path: string;
  readonly rows: readonly string[];
}

const variables: Variable[] = [
  aVariable({ revision: 3, updatedAt: '2025-11-22T09:00:00Z', updatedBy: 'Ana', hint: 'h' }),
  aVariable({ key: 'credit', type: 'currency', value: { amount: '12.5', currency: 'BRL' } }),
  aVariable({ key: 'sizes', type: 'multiselect', value: ['a', 'b'], options: [{ id: 'a', label: 'A' }] }),
  aVariable({ key: 'born', type: 'date', value: '1990-02-28', readOnly: 'Synced' }),
  aVariable({ key: '__proto__', type: 'number', value: '7', masked: true, readOnly: false }),
  aVariable({ key: 'mood', type: 'mystery', value: null }),
];
const tagging = {
  tags: [aTag(), aTag({ id: 'cart', name: 'Cart', color: '#f00' }), aTag({ id: 'a/b', name: '' })],
  revision: 4,
};
const subscriber: Subscriber = aSubscriber({
  revision: 9,
  avatarUrl: null,
  profileUrl: 'https://example.com/m',
  subscription: { status: 'active', subscribedAt: '2025-01-01T00:00:00Z', lastActivityAt: null },
  instagram: { followsBusiness: true, followedByBusiness: null, followerCount: 12, verified: null },
  group: { memberCount: 3, inviteLink: { url: 'https://t.me/+x', expiresAt: null, revoked: false } },
  campaigns: [
    aCampaign({ clickedAt: '2025-11-01T10:00:00Z', messageId: 'm1' }),
    aCampaign({ id: 'touch-2' }),
  ],
  variables,
  tagging,
  readOnly: false,
});
const deals = [
  aDeal({
    assignee: aMember(),
    revision: 2,
    url: 'https://crm.example/1',
    createdAt: '2025-11-01T10:00:00Z',
  }),
  aDeal({ id: 'deal-2', value: null, number: 'A-2' }),
  aDeal({ id: 'deal-3', status: 'won' }),
];
const contact = aContact({
  revision: 5,
  phones: [
    { id: 'p1', value: '+55 11', primary: true },
    { value: '+55 12', primary: false },
  ],
  emails: [{ value: 'm@example.com', primary: true }],
  assignee: aMember({ email: 'ana@example.com', avatarUrl: null }),
  fields: variables.slice(0, 3),
});
const members = [aMember(), aMember({ id: 'bruno', name: 'Bruno', active: false })];
const pipelines = [aPipeline(), aPipeline({ id: 'second', steps: [{ id: 'a', name: 'A', outcome: 'won' }] })];
const fields = {
  'variable:plan': { value: 'pro', revision: 7, by: 'Bruno', at: '2025-11-09T18:42:00Z' },
  'variable:__proto__': { value: null },
  'tag:vip': { value: aTag() },
  'tag:cart': { value: null },
  'deal:7:step': { value: { pipelineId: 'sales', stepId: 'won' } },
  'deal:7:value': { value: { amount: '10.5', currency: 'BRL' } },
  'contact:1:phones': { value: contact.phones },
  'contact:1:assignee': { value: aMember() },
};

/** What a subscriber, a deal and a contact cannot do without. */
const ofSubscriber = String.raw`id|channel|kind|name|variables|tagging|tagging\.tags|readOnly`;
const ofDeal = String.raw`id|name|pipelineId|stepId|status|value|value\..*|assignee|assignee\.(?:id|name|active)`;
const ofContact = String.raw`id|firstName|lastName|phones|emails|fields|assignee|assignee\.(?:id|name|active)`;

const kinds: Kind[] = [
  toKind('a subscriber', subscriber, checkSubscriber, ofSubscriber),
  ...variables.map((value) =>
    toKind(
      `a written ${value.type}`,
      { value, record: subscriber },
      (answer, report) => checkWritten(checkVariableRow, answer, report),
      String.raw`value|value\.(?:key|label|type|readOnly|masked|value|value\..*)`,
    ),
  ),
  toKind(
    'a written tagging',
    { value: tagging, record: subscriber },
    (answer, report) => checkWritten(checkTagging, answer, report),
    String.raw`value|value\.tags`,
  ),
  toKind('a deal', deals[0], checkDeal, ofDeal),
  toKind(
    'a page of deals',
    { items: deals, nextCursor: '2', total: 9, revision: 3 },
    pageOf(checkDeal),
    'items',
  ),
  toKind('a page of tags', { items: tagging.tags }, pageOf(checkTag), 'items'),
  toKind('a page of members', { items: members, total: 2 }, pageOf(checkMember), 'items'),
  toKind('a contact', contact, checkContact, ofContact),
  toKind('contacts', [contact, aContact({ id: 'contact-2' })], (answer, report) =>
    checkList(checkContact, answer, report),
  ),
  toKind('pipelines', pipelines, checkPipelines),
  toEventKind({ type: 'changed', fields }, 'fields'),
  toEventKind(
    { type: 'subscriberChanged', patch: { name: 'Marina', campaigns: subscriber.campaigns }, revision: 4 },
    String.raw`patch|patch\.readOnly`,
  ),
  toEventKind({ type: 'dealCreated', deal: deals[0] as Deal }, String.raw`deal|deal\.(?:${ofDeal})`),
  toEventKind({ type: 'dealDeleted', id: 'deal-1', revision: 4 }, 'id'),
  toEventKind({ type: 'contactLinked', contact }, String.raw`contact|contact\.(?:${ofContact})`),
  toEventKind({ type: 'contactUnlinked' }),
  toEventKind({ type: 'subscriberDeleted' }),
  toEventKind({ type: 'invalidated', section: 'deals' }),
  toEventKind({ type: 'connection', state: 'closed' }, 'state'),
];

// Half of the time would go into stacks that nobody reads.
const { stackTraceLimit } = Error;

beforeAll(() => {
  Error.stackTraceLimit = 0;
});

afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit;
});

test.each(kinds.map((kind) => [kind.what, kind] as const))('%s in disguise loses nothing', (_what, kind) => {
  const valid = kind.check(kind.root.answer, fail);
  for (const { owner, key, path, part } of kind.places) {
    if (typeof part !== 'object' || part === null) continue;
    for (const [what, dress] of disguises) {
      // The names of the fields are told by no schema, so an entry that is no field is one that cannot be read.
      if (path === 'fields' && /in it$/.test(what)) continue;
      // What an object has from its prototype it has for a schema, and not for `Object.keys`.
      if (path === 'fields' && what === 'an instance of a class') continue;
      const undo = put({ owner, key }, { value: dress(part) });
      try {
        expect(kind.check(kind.root.answer, fail), `${path}: ${what}`).toEqual(valid);
      } finally {
        undo();
      }
    }
  }
});

test(`${RUNS} malformed answers: nothing is thrown but "malformed", and every other row stays`, () => {
  const outcomes = { whole: 0, lossy: 0, quiet: 0 };
  const mutation = fc.tuple(fc.nat(), fc.nat(), fc.nat());
  const many = fc.array(mutation, { minLength: 1, maxLength: 2 });
  const property = fc.property(fc.nat(kinds.length - 1), many, (which, mutations) => {
    const kind = kinds[which] as Kind;
    const undo: (() => void)[] = [];
    const touched: string[] = [];
    const done: string[] = [];
    for (const [where, how, odd] of mutations) {
      const place = kind.places[where % kind.places.length] as Place;
      const [what, descriptor] = toDescriptor(place, how, odd);
      undo.unshift(put(place, descriptor));
      touched.push(place.path);
      done.push(`${place.path || 'all'} is ${what}`);
    }
    try {
      outcomes[checkOnce(kind, touched)] += 1;
    } catch (thrown) {
      throw new Error(`${kind.what}: ${done.join(', ')}: ${(thrown as Error).message}`, { cause: thrown });
    } finally {
      for (const restore of undo) restore();
    }
  });
  fc.assert(property, { numRuns: RUNS });
  // What never bites proves nothing.
  for (const [outcome, count] of Object.entries(outcomes))
    expect([outcome, count > RUNS / 20]).toEqual([outcome, true]);
}, 120_000);

const recordVital = new RegExp(`^record\\.(?:${ofSubscriber})$`);

function checkOnce(kind: Kind, touched: readonly string[]): 'whole' | 'lossy' | 'quiet' {
  let problems = 0;
  const report = (problem: AdapterError) => {
    problems += 1;
    assertMalformed(problem);
  };
  let answer: unknown = null;
  try {
    answer = kind.check(kind.root.answer, report);
  } catch (thrown) {
    if (kind.isEvent) throw thrown;
    assertMalformed(thrown);
  }
  if (answer === null) {
    if (!touched.some((path) => kind.vital.test(path))) throw new Error('The whole answer is lost.');
    return 'whole';
  }
  assertPlain(answer, kind.foreign);
  for (const list of kind.lists) assertKept(list, answer, touched);
  return problems > 0 ? 'lossy' : 'quiet';
}

function assertMalformed(thrown: unknown): asserts thrown is AdapterError {
  if (!(thrown instanceof AdapterError) || thrown.code !== 'malformed') throw thrown;
  const { path, expected } = thrown.detail;
  if (typeof path !== 'string' || !expected) throw new Error('It is not said what was expected, and where.');
}

/** Each row that was not touched is there, whole, in its order. */
function assertKept({ keys, path, rows }: List, answer: unknown, touched: readonly string[]) {
  if (touched.some((place) => isWithin(path, place))) return;
  // A record that cannot be read is left out, and the write counts.
  if (isWithin(path, 'record') && touched.some((place) => recordVital.test(place))) return;
  // A list in a row moves with it: it is found again where nothing else was touched.
  if (/(^|\.)\d+\./.test(path) && !touched.every((place) => isWithin(place, path))) return;
  const kept = (at(answer, keys) as unknown[] | undefined)?.map((row) => JSON.stringify(row)) ?? [];
  let from = 0;
  for (const [index, row] of rows.entries()) {
    if (touched.some((place) => isWithin(place, join(path, String(index))))) continue;
    const place = kept.indexOf(row, from);
    if (place < 0) throw new Error(`The row ${join(path, String(index))} is lost.`);
    from = place + 1;
  }
}

function assertPlain(value: unknown, foreign: ReadonlySet<unknown>): void {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return;
    case 'number':
      if (!Number.isFinite(value)) throw new Error(`${value} came out.`);
      return;
    case 'object': {
      if (value === null) return;
      if (foreign.has(value)) throw new Error('An object of the adapter came out.');
      const prototype: unknown = Object.getPrototypeOf(value);
      if (prototype !== Object.prototype && prototype !== Array.prototype)
        throw new Error('An object with a prototype of its own came out.');
      for (const key of Object.keys(value)) assertPlain((value as Record<string, unknown>)[key], foreign);
      return;
    }
    default:
      throw new Error(`A ${typeof value} came out.`);
  }
}

/** What the property is from now on: odd, unreadable, another at second sight, or not there. */
function toDescriptor(
  { path, part }: Place,
  how: number,
  which: number,
): readonly [what: string, descriptor: PropertyDescriptor | null] {
  const [what, make] = oddValues[which % oddValues.length] as (typeof oddValues)[number];
  // A promise resolves with what the whole answer is, and with no property of anything.
  switch (path === '' ? 3 : how % 8) {
    case 0:
      return ['gone', null];
    case 1:
      return ['unreadable', { get: fail }];
    case 2: {
      let reads = 0;
      const get = () => {
        reads += 1;
        return reads === 1 ? part : make();
      };
      return [`${what} at second sight`, { get }];
    }
    default:
      return [what, { value: make() }];
  }
}

function put(
  { owner, key }: Pick<Place, 'owner' | 'key'>,
  descriptor: PropertyDescriptor | null,
): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, key) as PropertyDescriptor | undefined;
  if (descriptor) Object.defineProperty(owner, key, { ...descriptor, enumerable: true, configurable: true });
  else Reflect.deleteProperty(owner, key);
  return () => {
    if (before) Object.defineProperty(owner, key, before);
  };
}

function toEventKind(event: CardEvent, vital = ''): Kind {
  const kind = toKind(`the event ${event.type}`, event, checkEvent, vital ? `type|${vital}` : 'type');
  return { ...kind, isEvent: true };
}

function toKind(what: string, valid: unknown, check: Check<unknown>, vital = ''): Kind {
  // A structured clone would keep what two parts share, and one mutation would be two.
  const root: { answer: unknown } = { answer: JSON.parse(JSON.stringify(valid)) };
  const baseline = check(root.answer, fail);
  const foreign = new Set<unknown>();
  const places: Place[] = [{ path: '', owner: root, key: 'answer', part: root.answer }];
  const lists: List[] = [];
  walk(root.answer, []);
  return { what, root, check, isEvent: false, vital: new RegExp(`^(?:${vital})?$`), places, lists, foreign };

  function walk(owner: unknown, keys: readonly string[]) {
    if (typeof owner !== 'object' || owner === null) return;
    foreign.add(owner);
    const rows = at(baseline, keys);
    if (Array.isArray(owner) && owner.every((row) => typeof row === 'object'))
      lists.push({ keys, path: keys.join('.'), rows: (rows as unknown[]).map((row) => JSON.stringify(row)) });
    for (const [key, part] of Object.entries(owner)) {
      const below = [...keys, key];
      places.push({ path: below.join('.'), owner, key, part });
      walk(part, below);
    }
  }
}

function pageOf<T extends { readonly id: string }>(check: Check<T>): Check<unknown> {
  return (answer, report) => checkPage(check, answer, report);
}

function at(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], value);
}

function isWithin(path: string, parent: string): boolean {
  return parent === '' || path === parent || path.startsWith(`${parent}.`);
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function fail(problem?: unknown): never {
  throw problem instanceof Error ? problem : new Error('not for you');
}
