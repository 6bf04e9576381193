import type { Scheduler } from 'fast-check';
import type { MemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import type { DataAdapter, ReadContext } from '../../src/adapters/DataAdapter.ts';
import type { SubscriberRef } from '../../src/model/subscriber.ts';

/** A call on its way, there or back. */
export interface ScheduledCall {
  readonly method: string;
  /** The subscriber that it is about; `undefined` for what belongs to the account. */
  readonly subscriber: string | undefined;
  readonly isWrite: boolean;
  readonly arguments: readonly unknown[];
  readonly signal: AbortSignal;
  state: 'travelling' | 'done' | 'refused';
  /** Of a read: its answer came while a write of the same subscriber was on its way. */
  isDuringSave: boolean;
}

type Method = (...given: readonly unknown[]) => Promise<unknown>;

const writes = ['setVariable', 'addTag', 'removeTag', 'updateDeal', 'updateContact'] as const;
const reads = [
  'getSubscriber',
  'listDeals',
  'getContact',
  'searchTags',
  'listPipelines',
  'searchMembers',
] as const;

/**
 * A backend whose every request, answer and event travels for as long as fast-check's scheduler likes. An aborted
 * call travels on: its answer comes as late as any other.
 */
export function createScheduledAdapter(backend: MemoryAdapter, scheduler: Scheduler) {
  const calls: ScheduledCall[] = [];
  const travel = (label: string) => scheduler.schedule(Promise.resolve(), label);

  function schedule(method: (typeof writes | typeof reads)[number], isWrite: boolean): Method {
    return async (...given) => {
      const { signal, ...context } = given.at(-1) as ReadContext;
      const subscriber = isRef(given[0]) ? given[0].id : undefined;
      const call: ScheduledCall = {
        method,
        subscriber,
        isWrite,
        arguments: given.slice(0, -1),
        signal,
        state: 'travelling',
        isDuringSave: false,
      };
      calls.push(call);
      await travel(`${method} ${subscriber ?? ''} →`);
      const unhurried = { ...context, signal: new AbortController().signal };
      const carryOut = backend[method] as unknown as Method;
      const [answer] = await Promise.allSettled([carryOut(...given.slice(0, -1), unhurried)]);
      await travel(`← ${method} ${subscriber ?? ''}`);
      call.isDuringSave =
        !isWrite &&
        calls.some((it) => it.isWrite && it.subscriber === subscriber && it.state === 'travelling');
      call.state = answer.status === 'fulfilled' ? 'done' : 'refused';
      if (answer.status === 'rejected') throw answer.reason;
      return answer.value;
    };
  }

  const methods = [
    ...reads.map((method) => [method, schedule(method, false)] as const),
    ...writes.map((method) => [method, schedule(method, true)] as const),
  ];
  const adapter: DataAdapter = {
    ...(Object.fromEntries(methods) as unknown as Pick<
      Required<DataAdapter>,
      (typeof reads | typeof writes)[number]
    >),
    idempotent: true,
    subscribe(ref, listener, context) {
      return backend.subscribe(
        ref,
        (event) => void travel(`event ${ref.id}`).then(() => listener(event)),
        context,
      );
    },
  };
  return { adapter, calls };
}

function isRef(value: unknown): value is SubscriberRef {
  return typeof value === 'object' && value !== null && 'id' in value;
}
