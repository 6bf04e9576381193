import { AdapterError } from '../adapters/AdapterError.ts';
import type { ErrorCode } from '../model/errorCode.ts';
import type { AdapterMethod } from './adapterMethods.ts';
import { pick, type Random } from './createRandom.ts';
import type {
  CallChances,
  EventChances,
  Fault,
  FaultScript,
  Hindrance,
  PlannedFault,
} from './faultScript.ts';
import { oddReasons } from './oddReasons.ts';

/** What meets one call. */
export interface CallFault {
  readonly fault: Fault | null;
  readonly hindrances: readonly Hindrance[];
  /** Milliseconds on the way there, and on the way back. */
  readonly delay: readonly [there: number, back: number];
  /** Milliseconds until a `late` request arrives after all. */
  readonly lateness: number;
  /** What the faults that throw something throw. */
  readonly thrown: unknown;
}

export const noCallFault: CallFault = {
  fault: null,
  hindrances: [],
  delay: [0, 0],
  lateness: 0,
  thrown: undefined,
};

/** What meets one event. */
export interface EventFault {
  readonly fault: 'lose' | 'duplicate' | 'malformed' | null;
  readonly hindrances: readonly Hindrance[];
  readonly delay: number;
  /** Milliseconds until a connection that was lost with it is back. */
  readonly reconnectDelay: number;
}

export function drawCallFault(script: FaultScript, method: AdapterMethod, random: Random): CallFault {
  const { delay, reorder, errors, ...faults }: CallChances = { ...script.calls, ...script.methods?.[method] };
  // Always the same draws in the same order: another chance changes only what it is the chance of.
  const name = drawName(random(), { ...faults, ...prefixed(errors) });
  const hindrances = drawHindrances(random, delay, reorder);
  const times = drawTimes(script, random, hindrances);
  const makeReason = pick(random, oddReasons);
  const isError = name?.startsWith('error:');
  const code = isError ? (name?.slice('error:'.length) as ErrorCode) : undefined;
  return {
    fault: isError ? 'error' : (name as Fault | null),
    hindrances,
    ...times,
    thrown: code ? toInjectedError(code, script) : makeReason(),
  };
}

export function toCallFault(planned: PlannedFault, script: FaultScript, random: Random): CallFault {
  const { fault, error = 'unavailable', thrown = pick(random, oddReasons)() } = planned;
  const hindrances = fault === 'delay' || fault === 'reorder' ? [fault] : [];
  return {
    fault: fault === 'none' || fault === 'delay' || fault === 'reorder' ? null : fault,
    hindrances,
    ...drawTimes(script, random, hindrances),
    thrown: fault !== 'error' ? thrown : typeof error === 'string' ? toInjectedError(error, script) : error,
  };
}

export function drawEventFault(script: FaultScript, random: Random): EventFault {
  const { delay, reorder, ...faults }: EventChances = script.events ?? {};
  const name = drawName(random(), faults);
  const hindrances = drawHindrances(random, delay, reorder);
  const { delay: parts, lateness } = drawTimes(script, random, hindrances);
  const fault = name as EventFault['fault'];
  return { fault, hindrances, delay: parts[0] + parts[1], reconnectDelay: lateness };
}

export function longestDelay({ delayMs = DELAY_MS }: FaultScript): number {
  return delayMs[1];
}

const DELAY_MS = [10, 500] as const;

/** Lays the chances side by side, in the order of their names, and looks where the roll falls. */
function drawName(roll: number, chances: { readonly [name: string]: number | undefined }): string | null {
  let end = 0;
  for (const name of Object.keys(chances).sort()) {
    end += chances[name] ?? 0;
    if (roll < end) return name;
  }
  return null;
}

function drawHindrances(random: Random, delay = 0, reorder = 0): Hindrance[] {
  const [isDelayed, isHeld] = [random() < delay, random() < reorder];
  return [...(isDelayed ? (['delay'] as const) : []), ...(isHeld ? (['reorder'] as const) : [])];
}

function drawTimes(
  { delayMs: [shortest, longest] = DELAY_MS }: FaultScript,
  random: Random,
  hindrances: readonly Hindrance[],
): Pick<CallFault, 'delay' | 'lateness'> {
  const time = () => Math.round(shortest + random() * (longest - shortest));
  const total = time();
  const there = Math.round(total * random());
  return { delay: hindrances.includes('delay') ? [there, total - there] : [0, 0], lateness: time() };
}

function prefixed(errors: CallChances['errors'] = {}) {
  return Object.fromEntries(Object.entries(errors).map(([code, chance]) => [`error:${code}`, chance]));
}

function toInjectedError(code: ErrorCode, { retryAfterMs = 1_000 }: FaultScript): AdapterError {
  return new AdapterError(code, `The fault adapter says "${code}".`, {
    ...(code === 'rate-limited' && { retryAfterMs }),
  });
}
