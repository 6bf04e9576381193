import type { CardEvent, DataAdapter } from '../../src/adapters/DataAdapter.ts';
import type { SubscriberRef } from '../../src/model/subscriber.ts';

/** A call that waits for the test to answer it. */
export interface HeldCall {
  readonly method: string;
  readonly arguments: readonly unknown[];
  readonly signal: AbortSignal;
  answer(value: unknown): void;
  fail(error: unknown): void;
}

export type HeldMethod = Exclude<keyof DataAdapter, 'idempotent' | 'subscribe'>;

export interface Listening {
  readonly ref: SubscriberRef;
  readonly listener: (event: CardEvent) => void;
  isStopped: boolean;
}

/** An adapter with these methods beside `getSubscriber`, whose answers come when the test says, in its order. */
export function createHeldAdapter(...methods: readonly HeldMethod[]) {
  const calls: HeldCall[] = [];
  const listening: Listening[] = [];
  const hold =
    (method: string) =>
    (...given: unknown[]) =>
      new Promise((answer, fail) => {
        const { signal } = given.at(-1) as { signal: AbortSignal };
        calls.push({ method, arguments: given, signal, answer, fail });
      });
  const adapter = {
    ...(Object.fromEntries(methods.map((method) => [method, hold(method)])) as Partial<DataAdapter>),
    getSubscriber: hold('getSubscriber') as DataAdapter['getSubscriber'],
    subscribe(ref: SubscriberRef, listener: Listening['listener']) {
      const entry = { ref, listener, isStopped: false };
      listening.push(entry);
      return () => {
        entry.isStopped = true;
      };
    },
  } satisfies DataAdapter;

  return {
    adapter,
    calls,
    listening,
    /** The calls of a method, oldest first. */
    callsOf: (method: string) => calls.filter((call) => call.method === method),
    /** The latest call of a method. */
    last(method: string): HeldCall {
      const call = calls.filter((it) => it.method === method).at(-1);
      if (!call) throw new Error(`${method} was not called.`);
      return call;
    },
  };
}
