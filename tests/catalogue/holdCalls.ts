import type { MemoryAdapter, MemoryMethod } from '../../src/adapters/createMemoryAdapter.ts';
import type { DataAdapter } from '../../src/adapters/DataAdapter.ts';

/** A call that is on its way to the backend for as long as the test likes. */
export interface HeldCall {
  readonly method: MemoryMethod;
  readonly args: readonly unknown[];
  readonly signal: AbortSignal;
  /** It reaches the backend, and the answer comes back. */
  pass(): void;
  /** It reaches the backend, and nothing comes back. */
  land(): void;
  /** It never reaches the backend. */
  fail(error: unknown): void;
}

type Method = (...args: unknown[]) => Promise<unknown>;

/** A memory backend whose calls of these methods wait for the test. Its log has those that reached it. */
export function holdCalls(memory: MemoryAdapter, ...methods: readonly MemoryMethod[]) {
  const calls: HeldCall[] = [];
  const hold = (method: MemoryMethod) => {
    const call = memory[method] as unknown as Method;
    return (...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const { signal } = args.at(-1) as { signal: AbortSignal };
        calls.push({
          method,
          args: args.slice(0, -1),
          signal,
          pass: () => void call(...args).then(resolve, reject),
          // The backend does not hear that the caller has given up.
          land: () => void call(...args.with(-1, { ...(args.at(-1) as object), signal: never })),
          fail: reject,
        });
      });
  };
  const held = Object.fromEntries(methods.map((method) => [method, hold(method)]));
  const adapter: MemoryAdapter & DataAdapter = { ...memory, ...held };
  return {
    adapter,
    calls,
    /** The latest call. */
    last(): HeldCall {
      const call = calls.at(-1);
      if (!call) throw new Error('Nothing is on its way.');
      return call;
    },
  };
}

const never = new AbortController().signal;
