import { AdapterError, type AdapterErrorOptions } from '../../src/adapters/AdapterError.ts';
import type { ErrorCode } from '../../src/model/errorCode.ts';

/** What must never be drawn: it stands in every odd rejection that can carry a text. */
export const SECRET = 'secret-of-the-backend';

/** Something that an adapter might reject with, made anew for each time, and the code that it has to count as. */
export interface OddRejection {
  readonly what: string;
  readonly code: ErrorCode;
  readonly make: () => unknown;
}

/** What is no `AdapterError`, and what only looks like one. */
const strangers: OddRejection[] = [
  ['a string', () => SECRET],
  ['undefined', () => undefined],
  ['null', () => null],
  ['a number', () => 503],
  ['NaN', () => Number.NaN],
  ['a boolean', () => false],
  ['a big integer', () => 10n],
  ['a symbol', () => Symbol(SECRET)],
  ['a function', () => () => SECRET],
  ['an object', () => ({ status: 500, message: SECRET })],
  ['an object without a prototype', () => Object.create(null)],
  ['an array', () => [SECRET]],
  ['a promise', () => Promise.resolve(SECRET)],
  ['an error', () => new Error(SECRET)],
  ['a TypeError of fetch', () => new TypeError('Failed to fetch')],
  ['an AggregateError', () => new AggregateError([new Error(SECRET)], SECRET)],
  ['a DOMException AbortError', () => new DOMException(SECRET, 'AbortError')],
  ['a DOMException TimeoutError', () => new DOMException(SECRET, 'TimeoutError')],
  ['a DOMException QuotaExceededError', () => new DOMException(SECRET, 'QuotaExceededError')],
  ['a Response', () => new Response(SECRET, { status: 500 })],
  ['an event', () => new Event('error')],
  ['an error whose properties cannot be read', () => withTraps(new Error(SECRET))],
  ['an error with a cyclic cause', cyclicCause],
  ['a frozen error', () => Object.freeze(new Error(SECRET))],
  ['a revoked proxy', () => revoked({})],
  ['a revoked proxy of an AdapterError', () => revoked(new AdapterError('conflict', SECRET))],
  ['a proxy of an AdapterError', () => new Proxy(new AdapterError('conflict', SECRET), trapped)],
  ['the prototype of AdapterError', () => Object.create(AdapterError.prototype)],
  ['an AdapterError of no known code', () => new AdapterError('constructor' as ErrorCode, SECRET)],
  ['a copy with no known code', () => ({ name: 'AdapterError', code: '__proto__', detail: {} })],
  ['a copy with a code of another type', () => ({ name: 'AdapterError', code: ['conflict'], detail: {} })],
].map(([what, make]) => ({ what, code: 'unknown', make }) as OddRejection);

/** `AdapterError`s that carry what their code does not promise. */
const malformedDetails: OddRejection[] = (
  [
    ['invalid', 'issues as a text', { issues: SECRET }],
    ['invalid', 'issues as an object', { issues: { 0: { path: 'name', message: SECRET }, length: 1 } }],
    ['invalid', 'issues of every kind', { issues: [null, 7, { path: 1, message: 2 }, { path: 'name' }, []] }],
    ['invalid', 'an issue that cannot be read', { issues: [withTraps({ path: '', message: '' })] }],
    ['invalid', 'issues as a revoked proxy', { issues: revoked([]) }],
    ['invalid', 'a reason as an object', { reason: { text: SECRET } }],
    ['conflict', 'what is there as a page', { current: `<html>${SECRET}` }],
    ['conflict', 'what is there as a revoked proxy', { current: revoked({}) }],
    ['conflict', 'a record that is none', { current: {}, record: SECRET }],
    ['conflict', 'who and when as numbers', { current: {}, by: 7, at: 7 }],
    ['conflict', 'a time that is none', { current: {}, by: 'Ana', at: 'yesterday' }],
    ['duplicate', 'another as a text', { duplicate: SECRET }],
    ['duplicate', 'another without an id', { duplicate: { field: 'emails', name: 7 } }],
    ['partial', 'what was applied as a text', { applied: SECRET, failed: SECRET }],
    ['partial', 'what was applied as numbers', { applied: [1, null], failed: [null, { fieldId: 'x' }] }],
    ['partial', 'an error in itself', { failed: [{ fieldId: 'variable:plan', error: selfish() }] }],
    ['forbidden', 'a reason as a list', { reason: [SECRET] }],
    ['rate-limited', 'a wait as a text', { retryAfterMs: SECRET }],
    ['rate-limited', 'a wait without end', { retryAfterMs: Number.POSITIVE_INFINITY }],
    ['rate-limited', 'a wait that is none', { retryAfterMs: Number.NaN }],
    ['not-found', 'a resource of another kind', { resource: '__proto__' }],
    ['unsupported', 'a capability that is no text', { capability: () => SECRET }],
    ['malformed', 'a path that is no text', { path: ['deals', 3], expected: 7 }],
  ] as [ErrorCode, string, object][]
).flatMap(([code, what, detail]) => [
  {
    what: `${code} with ${what}`,
    code,
    make: () => new AdapterError(code, SECRET, detail as AdapterErrorOptions),
  },
  {
    what: `a copy of ${code} with ${what}`,
    code,
    make: () => ({ name: 'AdapterError', code, message: SECRET, detail }),
  },
]);

/** Which have less than an `AdapterError` has, or more than one should. */
const misshapen: OddRejection[] = [
  {
    what: 'an AdapterError with a message that cannot be read',
    code: 'unavailable',
    make: () => withTraps(new AdapterError('unavailable', SECRET), ['stack', 'message', 'name']),
  },
  {
    what: 'a frozen AdapterError',
    code: 'unavailable',
    make: () => Object.freeze(new AdapterError('unavailable', SECRET)),
  },
  {
    what: 'a copy without a detail',
    code: 'unavailable',
    make: () => ({ name: 'AdapterError', code: 'unavailable' }),
  },
  {
    what: 'a copy whose detail cannot be read',
    code: 'unavailable',
    make: () => ({ name: 'AdapterError', code: 'unavailable', message: 7, detail: revoked({}) }),
  },
];

export const oddRejections: readonly OddRejection[] = [...strangers, ...malformedDetails, ...misshapen];

const trapped: ProxyHandler<object> = {
  get() {
    throw new Error(SECRET);
  },
};

function withTraps<T extends object>(
  owner: T,
  names: readonly string[] = ['stack', 'message', 'code', 'name', 'cause', 'detail', 'path'],
): T {
  const get = () => {
    throw new Error(SECRET);
  };
  // The stack first: V8 writes it when it is taken away, and reads the message for that.
  for (const name of names)
    Object.defineProperty(owner, name, { get, enumerable: false, configurable: true });
  return owner;
}

function cyclicCause(): unknown {
  const inner = new Error(SECRET);
  const outer = new Error(SECRET, { cause: inner });
  inner.cause = outer;
  return outer;
}

function selfish(): unknown {
  const copy = {
    name: 'AdapterError',
    code: 'partial',
    message: SECRET,
    detail: { failed: [] as unknown[] },
  };
  copy.detail.failed.push({ fieldId: 'tag:a', error: copy }, { fieldId: 'tag:b', error: copy });
  return copy;
}

function revoked<T extends object>(target: T): T {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}
