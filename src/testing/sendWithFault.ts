import { AdapterError } from '../adapters/AdapterError.ts';
import type { Line } from './createLine.ts';
import type { Random } from './createRandom.ts';
import type { CallFault } from './drawFault.ts';
import type { FaultScript } from './faultScript.ts';
import type { Schedule } from './schedule.ts';
import { toMalformed } from './toMalformed.ts';

export interface Journey {
  readonly met: CallFault;
  readonly signal: AbortSignal;
  readonly script: FaultScript;
  readonly random: Random;
  readonly schedule: Schedule;
  readonly line: Line;
  /** Whether the request may reach the backend twice. */
  readonly isRepeatable: boolean;
  /** Asks the wrapped adapter. Never throws. */
  readonly send: (signal: AbortSignal) => Promise<unknown>;
}

/** Takes a request to the wrapped adapter and its answer back, as far as its fault lets them come. */
export function sendWithFault(journey: Journey): Promise<unknown> {
  const { met, signal } = journey;
  return met.fault === 'never' ? nothing() : untilAborted(travel(journey), signal);
}

async function travel(journey: Journey): Promise<unknown> {
  const { met, signal, random, schedule, line, send } = journey;
  await pause(journey, met.delay[0]);
  switch (met.fault) {
    case 'error':
    case 'reject':
      throw met.thrown;
    case 'loseRequest':
      return lost(journey);
    case 'loseAnswer':
      await settled(send(unheard()));
      return lost(journey);
    case 'late':
      schedule(() => void settled(send(unheard())), met.lateness);
      throw new AdapterError('timeout', 'The fault adapter gave up on a request that is still on its way.');
  }
  const answer = send(signal);
  if (met.fault === 'duplicate' && journey.isRepeatable) void settled(send(unheard()));
  await settled(answer);
  await pause(journey, met.delay[1]);
  if (met.hindrances.includes('reorder')) {
    await unlessAborted(signal, line.hold);
  } else {
    // Behind this answer, which is still to be told.
    queueMicrotask(line.release);
  }
  return met.fault === 'malformed' ? toMalformed(await answer, random) : answer;
}

/** Rejects with the reason as soon as the signal is aborted. */
function untilAborted(work: Promise<unknown>, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

async function pause({ signal, schedule }: Journey, delay: number): Promise<void> {
  if (signal.aborted) await nothing();
  if (delay > 0) await unlessAborted(signal, (resume) => schedule(resume, delay));
}

/** Lasts for ever once the signal is aborted: whoever waits has been told by then. */
function unlessAborted(signal: AbortSignal, wait: (resume: () => void) => () => void): Promise<void> {
  return new Promise((resolve) => {
    let cancel = () => {};
    const abort = () => cancel();
    signal.addEventListener('abort', abort, { once: true });
    cancel = wait(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    });
  });
}

function lost({ script: { lostAs = 'timeout' } }: Journey): Promise<never> {
  if (lostAs === 'silence') return nothing();
  return Promise.reject(new AdapterError(lostAs, 'The fault adapter lost a message.'));
}

/** What is with the backend cannot be called back. */
function unheard(): AbortSignal {
  return new AbortController().signal;
}

function nothing(): Promise<never> {
  return new Promise(() => {});
}

async function settled(work: Promise<unknown>): Promise<void> {
  await work.catch(() => {});
}
