import type { AdapterError } from '../adapters/AdapterError.ts';
import type { ErrorCode } from '../model/errorCode.ts';
import type { AdapterMethod } from './adapterMethods.ts';

/** How a call ends otherwise than it should. At most one of these meets a call. */
export type Fault =
  /** The request does not reach the backend. What the caller hears is the script's `lostAs`. */
  | 'loseRequest'
  /** The backend does what was asked, and its answer does not arrive. */
  | 'loseAnswer'
  /** The caller hears `timeout`, and only afterwards the request reaches the backend. */
  | 'late'
  /** No answer, and an abort changes nothing. */
  | 'never'
  /** Throws instead of returning a promise. */
  | 'throw'
  /** Rejects with what is no `AdapterError`: a text, nothing, a getter that throws, a cyclic cause. */
  | 'reject'
  /** Rejects with an `AdapterError`; the backend is not asked. */
  | 'error'
  /** The answer is not what the contract says in one place. */
  | 'malformed'
  /** The request reaches the backend twice. A creation does only if the adapter is `idempotent`. */
  | 'duplicate';

/** What holds up a call or an event, beside any other fault. */
export type Hindrance =
  /** Takes a time out of the script's `delayMs`; of a call, a part on the way there and the rest on the way back. */
  | 'delay'
  /** What arrives next overtakes it. */
  | 'reorder';

/** Chances from 0 to 1. Those of the faults, errors included, add up to 1 at most. */
export interface CallChances extends Chances<Exclude<Fault, 'error'> | Hindrance> {
  readonly errors?: Chances<ErrorCode> | undefined;
}

/** Chances from 0 to 1. A `connection` event meets none. */
export type EventChances = Chances<'lose' | 'duplicate' | 'malformed' | Hindrance>;

/** From 0 to 1, by name. */
export type Chances<Name extends string> = { readonly [name in Name]?: number | undefined };

/** What meets the next call that its method fits, whatever the chances are. */
export interface PlannedFault {
  /** Default: any but `subscribe`, which meets nothing but `throw`. */
  readonly method?: AdapterMethod | undefined;
  readonly fault: Fault | Hindrance | 'none';
  /** Of `error`. Default `unavailable`. */
  readonly error?: ErrorCode | AdapterError | undefined;
  /** Of `throw` and `reject`: what is thrown. Without it, something odd. */
  readonly thrown?: unknown;
}

/** What goes wrong, and how often. */
export interface FaultScript {
  readonly calls?: CallChances | undefined;
  /** Over `calls`, by method: `{ getSubscriber: { delay: 0 } }`. */
  readonly methods?: { readonly [method in AdapterMethod]?: CallChances | undefined } | undefined;
  readonly events?: EventChances | undefined;
  /** For the first calls, in order. */
  readonly plan?: readonly PlannedFault[] | undefined;
  /** The shortest and the longest delay. Default 10 to 500 milliseconds. */
  readonly delayMs?: readonly [shortest: number, longest: number] | undefined;
  /** What the caller hears of a lost message; `silence`: nothing, until they abort. Default `timeout`. */
  readonly lostAs?: 'timeout' | 'offline' | 'unavailable' | 'silence' | undefined;
  /** What `rate-limited` asks for. Default 1,000. */
  readonly retryAfterMs?: number | undefined;
  /**
   * `reconnect` (the default): the connection closes with the lost event, loses all others, and opens after a delay,
   * so that the card reads again. `silence`: nobody hears of it.
   */
  readonly afterLostEvent?: 'reconnect' | 'silence' | undefined;
}

/** Throws where a chance is none: a script that says nonsense would prove nothing. */
export function assertScript({ calls, methods = {}, events, delayMs }: FaultScript): void {
  if (calls) assertCallChances('calls', calls);
  for (const [method, chances] of Object.entries(methods)) {
    assertCallChances(`methods.${method}`, { ...calls, ...chances });
  }
  const { delay, reorder, ...news } = events ?? {};
  assertChances('events', { delay }, { reorder }, news);
  if (delayMs && !(delayMs[0] >= 0 && delayMs[1] >= delayMs[0])) {
    throw new RangeError(
      '"delayMs" of the fault script is the shortest and the longest delay, in this order.',
    );
  }
}

function assertCallChances(place: string, { delay, reorder, errors, ...faults }: CallChances): void {
  assertChances(place, { delay }, { reorder }, { ...prefixed(errors), ...faults });
}

/** Chances of one group exclude each other. */
function assertChances(place: string, ...groups: Chances<string>[]): void {
  for (const group of groups) {
    for (const [name, chance = 0] of Object.entries(group)) {
      if (chance >= 0 && chance <= 1) continue;
      throw new RangeError(`"${place}.${name}" of the fault script is ${chance}; a chance is from 0 to 1.`);
    }
    const sum = Object.values(group).reduce<number>((total, chance = 0) => total + chance, 0);
    // Tenths do not add up exactly.
    if (sum <= 1 + 1e-9) continue;
    throw new RangeError(
      `The chances in "${place}" of the fault script add up to ${sum}; at most 1 is possible.`,
    );
  }
}

function prefixed(errors: Chances<string> = {}): Chances<string> {
  return Object.fromEntries(Object.entries(errors).map(([code, chance]) => [`errors.${code}`, chance]));
}
