import { AdapterError } from '../adapters/AdapterError.ts';
import type { DataAdapter, ReadContext, WriteContext } from '../adapters/DataAdapter.ts';
import type { ErrorCode } from '../model/errorCode.ts';
import { type AdapterMethod, type AskingMethod, askingMethods, isCreation } from './adapterMethods.ts';
import { createFaultyFeed, type FaultEvent } from './createFaultyFeed.ts';
import { createLine } from './createLine.ts';
import { createRandom, type Random } from './createRandom.ts';
import { type CallFault, drawCallFault, longestDelay, noCallFault, toCallFault } from './drawFault.ts';
import {
  assertScript,
  type Fault,
  type FaultScript,
  type Hindrance,
  type PlannedFault,
} from './faultScript.ts';
import { type Schedule, systemSchedule } from './schedule.ts';
import { sendWithFault } from './sendWithFault.ts';

export interface FaultAdapterOptions {
  /** Time, for delays. Default `setTimeout`. */
  readonly schedule?: Schedule | undefined;
}

/** The wrapped adapter's methods, all of them and no other, and the faults in your hands. */
export type FaultAdapter<Adapter extends DataAdapter> = {
  [Name in keyof Pick<Adapter, keyof Adapter & keyof DataAdapter>]: Required<DataAdapter>[Name];
} & {
  readonly control: FaultControl;
};

export interface FaultControl {
  /** Every call so far, oldest first. */
  readonly calls: readonly FaultCall[];
  /** Every event that the wrapped adapter told, oldest first. */
  readonly events: readonly FaultEvent[];
  /** Replaces the script, for calls and events from now on. */
  setScript(script: FaultScript): void;
  /** Plans what meets the next call of the method. Several queue up. */
  faultNext(method: AdapterMethod, fault: PlannedFault['fault'], detail?: FaultDetail): void;
  /** Ends all faults. What is on its way arrives; a call that met `never` stays without an answer. */
  heal(): void;
}

/** The error or the thing thrown, for {@link FaultControl.faultNext}. */
export type FaultDetail = Omit<PlannedFault, 'method' | 'fault'>;

/** One call, what met it and how it ended. */
export interface FaultCall {
  readonly method: AdapterMethod;
  /** Without the context. */
  readonly args: readonly unknown[];
  /** Of a write. */
  readonly idempotencyKey?: string | undefined;
  readonly fault: Fault | null;
  readonly hindrances: readonly Hindrance[];
  /** Of the fault `error`. */
  readonly code?: ErrorCode | undefined;
  /** How many times the request has reached the wrapped adapter. */
  readonly sent: number;
  readonly outcome: 'pending' | 'resolved' | 'rejected' | 'threw';
}

/**
 * Wraps any adapter so that its network is as bad as the script says. The same seed and the same calls meet the same
 * faults: what meets the n-th call of a method depends on nothing else. An abort rejects with its reason at once,
 * except where a call meets `never`.
 *
 * @example
 * ```ts
 * import { createDemoData, createMemoryAdapter } from 'subscriber-card/adapters/memory';
 * import { createFaultAdapter } from 'subscriber-card/testing';
 *
 * const adapter = createFaultAdapter(
 *   createMemoryAdapter(createDemoData()),
 *   { calls: { delay: 0.3, loseRequest: 0.05, loseAnswer: 0.05, errors: { timeout: 0.05, unauthorized: 0.01 } } },
 *   42,
 * );
 * // … a thousand edits later
 * adapter.control.heal();
 * ```
 */
export function createFaultAdapter<Adapter extends DataAdapter>(
  adapter: Adapter,
  script: FaultScript,
  seed: number,
  { schedule = systemSchedule }: FaultAdapterOptions = {},
): FaultAdapter<Adapter> {
  let current: FaultScript = {};
  let plan: PlannedFault[] = [];
  const calls: Mutable<FaultCall>[] = [];
  const counts = new Map<AdapterMethod, number>();
  const line = createLine(schedule, () => longestDelay(current));
  const feed = createFaultyFeed({ seed, schedule, line, script: () => current });
  setScript(script);

  function setScript(next: FaultScript) {
    assertScript(next);
    current = next;
    plan = [...(next.plan ?? [])];
  }

  function drawFault(method: AdapterMethod, random: Random): CallFault {
    const isSubscription = method === 'subscribe';
    const place = plan.findIndex(
      (planned) => (planned.method ?? (isSubscription ? null : method)) === method,
    );
    const [planned] = place < 0 ? [] : plan.splice(place, 1);
    const met = planned ? toCallFault(planned, current, random) : drawCallFault(current, method, random);
    return isSubscription && met.fault !== 'throw' ? noCallFault : met;
  }

  /** Says what meets a call, and writes it down. */
  function meet(method: AdapterMethod, args: readonly unknown[], context: ReadContext | WriteContext) {
    const count = counts.get(method) ?? 0;
    counts.set(method, count + 1);
    const random = createRandom(seed, `${method} ${count}`);
    const met = drawFault(method, random);
    const { fault, hindrances, thrown } = met;
    const call: Mutable<FaultCall> = {
      method,
      args: structuredClone(args),
      ...('idempotencyKey' in context && { idempotencyKey: context.idempotencyKey }),
      fault,
      hindrances,
      ...(fault === 'error' && thrown instanceof AdapterError && { code: thrown.code }),
      sent: 0,
      outcome: 'pending',
    };
    calls.push(call);
    if (fault === 'throw') {
      call.outcome = 'threw';
      throw thrown;
    }
    return { call, met, random };
  }

  function ask(method: AskingMethod, given: readonly unknown[]): Promise<unknown> {
    const args = given.slice(0, -1);
    const context = given.at(-1) as ReadContext | WriteContext;
    const { call, met, random } = meet(method, args, context);
    const answer = sendWithFault({
      met,
      signal: context.signal,
      script: current,
      random,
      schedule,
      line,
      isRepeatable: adapter.idempotent === true || !isCreation(method),
      async send(signal) {
        call.sent += 1;
        const asked = adapter[method] as (...given: unknown[]) => Promise<unknown>;
        return asked.call(adapter, ...args, { ...context, signal });
      },
    });
    answer.then(
      () => {
        call.outcome = 'resolved';
      },
      () => {
        call.outcome = 'rejected';
      },
    );
    return answer;
  }

  const subscribe: DataAdapter['subscribe'] = (ref, listener, context) => {
    const { call } = meet('subscribe', [ref], context);
    call.sent += 1;
    call.outcome = 'resolved';
    return feed.follow(ref, listener, context, (hear) => adapter.subscribe?.(ref, hear, context) ?? noop);
  };

  const methods = askingMethods
    .filter((method) => adapter[method] !== undefined)
    .map((method) => [method, (...given: unknown[]) => ask(method, given)]);
  return {
    ...('idempotent' in adapter && { idempotent: adapter.idempotent }),
    ...Object.fromEntries(methods),
    ...(adapter.subscribe && { subscribe }),
    control: {
      calls,
      events: feed.events,
      setScript,
      faultNext(method, fault, detail) {
        plan.push({ ...detail, method, fault });
      },
      heal() {
        setScript({});
        line.release();
      },
    } satisfies FaultControl,
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function noop(): void {}
