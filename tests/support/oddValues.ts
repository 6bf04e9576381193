/** What stands where something valid was expected, made anew for each time. */
export const oddValues: readonly (readonly [what: string, make: () => unknown])[] = [
  ['undefined', () => undefined],
  ['null', () => null],
  ['NaN', () => Number.NaN],
  ['Infinity', () => Number.POSITIVE_INFINITY],
  ['-0', () => -0],
  ['-1', () => -1],
  ['the greatest number', () => Number.MAX_VALUE],
  ['a number that is no longer exact', () => 2 ** 53 + 2],
  ['an empty text', () => ''],
  ['a page', () => '<!doctype html><h1>502 Bad Gateway</h1>'],
  ['a lone surrogate', () => '\uD800<script>'],
  ['a name of every object', () => 'constructor'],
  ['a long text', () => long],
  ['true', () => true],
  ['a big integer', () => 12n],
  ['a symbol', () => Symbol('odd')],
  ['a function', () => () => 'x'],
  [
    'a function with an id',
    () => Object.assign(() => 'x', { id: 'f', key: 'f', label: 'F', type: 'string' }),
  ],
  ['a boxed text', () => new String('boxed')],
  ['an empty list', () => []],
  ['a list of odd things', () => [null, [[]], 7]],
  ['a list of holes', () => new Array(5)],
  ['a list with a hole', () => Object.assign([], { 3: {} })],
  ['what looks like a list', () => ({ 0: {}, length: 1 })],
  ['an empty object', () => ({})],
  ['an object without a prototype', () => Object.create(null)],
  ['a polluter', () => JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}')],
  ['no date', () => new Date(Number.NaN)],
  ['a date', () => new Date(0)],
  ['a map', () => new Map([['id', 'x']])],
  ['a set', () => new Set(['x'])],
  ['bytes', () => new Uint8Array(8)],
  ['a pattern', () => /x/],
  ['a promise', () => Promise.resolve('x')],
  ['an error', () => new Error('odd')],
  ['a revoked proxy', () => revokedProxy({})],
  ['a revoked proxy of a list', () => revokedProxy([])],
  ['a proxy that cannot be read', () => new Proxy({}, unreadable)],
  ['a proxy of a list that cannot be read', () => new Proxy([], unreadable)],
  ['a list with an element that cannot be read', trappedList],
  ['a cycle', cycle],
  ['an abyss', () => abyss],
];

/** The same thing in other clothes, which an adapter may return as well: nothing of it may be lost. */
export const disguises: readonly (readonly [what: string, dress: (value: object) => object])[] = [
  ['a proxy', (value) => new Proxy(value, {})],
  ['frozen', (value) => Object.freeze(Array.isArray(value) ? [...value] : { ...value })],
  ['an instance of a class', (value) => (Array.isArray(value) ? Rows.from(value) : Object.create(value))],
  ['with getters', withGetters],
  [
    'without a prototype',
    (value) => (Array.isArray(value) ? value : Object.assign(Object.create(null), value)),
  ],
  ['with itself in it', withItself],
  ['with more in it', (value) => Object.assign(copyOf(value), { [Symbol('more')]: 1, more: () => 1 })],
];

const long = 'x'.repeat(100_000);

class Rows<T> extends Array<T> {}

const unreadable: ProxyHandler<object> = {
  get: fail,
  has: fail,
  ownKeys: fail,
  getPrototypeOf: fail,
  getOwnPropertyDescriptor: fail,
};

function fail(): never {
  throw new Error('not for you');
}

function revokedProxy(target: object): unknown {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function trappedList(): unknown {
  return Object.defineProperty([{}, {}], 1, { get: fail, enumerable: true });
}

function cycle(): unknown {
  const one: Record<string, unknown> = { id: 'one', name: 'One', tags: [] };
  return Object.assign(one, { self: one, value: one });
}

const abyss = dig();

function dig(): unknown {
  let deep: unknown = 'bottom';
  for (let level = 0; level < 20_000; level++) deep = { value: deep, tags: [deep] };
  return deep;
}

function withGetters(value: object): object {
  const dressed = copyOf(value);
  for (const [key, part] of Object.entries(value))
    Object.defineProperty(dressed, key, { get: () => part, enumerable: true, configurable: true });
  return dressed;
}

function withItself(value: object): object {
  const dressed = copyOf(value);
  return Object.assign(dressed, { self: dressed });
}

function copyOf(value: object): object {
  return Array.isArray(value) ? [...value] : { ...value };
}
