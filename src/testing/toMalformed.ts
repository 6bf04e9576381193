import { pick, type Random } from './createRandom.ts';

/** A copy of plain data that is not what the contract says in one place, chosen at random. */
export function toMalformed(answer: unknown, random: Random): unknown {
  const root = { answer: structuredClone(answer) };
  const places = [...placesOf(root)];
  const { owner, key, part } = pick(random, places as [Place, ...Place[]]);
  const isObject = typeof part === 'object' && part !== null;
  const make = pick(random, owner === root ? wholes : isObject ? shapeless : anything);
  Object.defineProperty(owner, key, {
    ...(make === unreadable ? { get: make } : { value: make(), writable: true }),
    enumerable: true,
    configurable: true,
  });
  return root.answer;
}

interface Place {
  readonly owner: object;
  readonly key: string;
  readonly part: unknown;
}

function* placesOf(owner: object): Generator<Place> {
  for (const [key, part] of Object.entries(owner)) {
    yield { owner, key, part };
    if (typeof part === 'object' && part !== null) yield* placesOf(part);
  }
}

type Garbage = readonly [() => unknown, ...(() => unknown)[]];

// The contract takes none of these anywhere. It may take `null`, `''` or an absent key, and that would be another
// answer instead of a malformed one.
const wholes: Garbage = [() => Number.NaN, () => 10n, () => Symbol('malformed'), () => '<!doctype html>'];

const shapeless: Garbage = [() => Number.NaN, () => 10n, () => Symbol('malformed'), revoked, unreadable];

/** Where an object is expected, a strange one may pass for an empty one. */
const anything: Garbage = [...shapeless, () => ({ unexpected: [] }), () => () => 'a function', cyclic];

function cyclic(): unknown {
  const loop: { self?: unknown } = {};
  loop.self = loop;
  return loop;
}

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
}

function unreadable(): never {
  throw new Error('This property cannot be read.');
}
