import type { AdapterError } from '../AdapterError.ts';
import type { DataAdapter, ReadContext, WriteContext } from '../DataAdapter.ts';

export type MemoryMethod = Exclude<keyof DataAdapter, 'idempotent'>;

/** One call of the adapter, as the backend's log has it. */
export interface MemoryCall {
  readonly method: MemoryMethod;
  /** Without the context. */
  readonly args: readonly unknown[];
  /** When it came in, in milliseconds of the option `now`. */
  readonly at: number;
  /** Of a write. */
  readonly idempotencyKey?: string | undefined;
  /** Of a write. */
  readonly ifRevision?: number | undefined;
}

/** Milliseconds until the backend answers. `Infinity`: never. */
export type Delay = number | ((method: MemoryMethod) => number);
export type Fail = (method: MemoryMethod, args: readonly unknown[]) => AdapterError | undefined;

export interface FailNextOptions {
  /** `true`: the backend does what was asked, and only the answer is lost. */
  readonly applied?: boolean | undefined;
}

/** What every call passes on its way in and out: the log, the delay, the planned failure, the idempotency key. */
export interface Gate {
  readonly calls: readonly MemoryCall[];
  setDelay(delay: Delay): void;
  setFail(fail: Fail | undefined): void;
  failNext(method: MemoryMethod, error: unknown, options?: FailNextOptions): void;
  pass<const Args extends readonly unknown[], Answer>(
    method: MemoryMethod,
    args: Args,
    context: ReadContext | WriteContext,
    apply: (...args: Args) => Answer,
  ): Promise<Answer>;
}

export interface GateOptions {
  readonly delay: Delay;
  readonly fail: Fail | undefined;
  readonly idempotent: boolean;
  readonly now: () => number;
}

export function createGate({ delay, fail, idempotent, now }: GateOptions): Gate {
  const calls: MemoryCall[] = [];
  const planned = new Map<MemoryMethod, { error: unknown; applied: boolean }[]>();
  const answers = new Map<string, unknown>();

  /** Does what was asked once per idempotency key; a repeat gets the answer of the first time. */
  function applyOnce<Answer>(method: MemoryMethod, key: string | undefined, apply: () => Answer): Answer {
    if (!idempotent || key === undefined) return apply();
    const place = `${method} ${key}`;
    if (!answers.has(place)) answers.set(place, apply());
    return answers.get(place) as Answer;
  }

  return {
    calls,
    setDelay(next) {
      delay = next;
    },
    setFail(next) {
      fail = next;
    },
    failNext(method, error, { applied = false } = {}) {
      planned.set(method, [...(planned.get(method) ?? []), { error, applied }]);
    },
    async pass(method, args, context, apply) {
      const sent = structuredClone(args);
      const { idempotencyKey, ifRevision } = 'idempotencyKey' in context ? context : {};
      calls.push({
        method,
        args: structuredClone(args),
        at: now(),
        ...(idempotencyKey !== undefined && { idempotencyKey }),
        ...(ifRevision !== undefined && { ifRevision }),
      });
      const failure = planned.get(method)?.shift();
      const act = () => applyOnce(method, idempotencyKey, () => apply(...sent));
      try {
        await wait(typeof delay === 'function' ? delay(method) : delay, context.signal);
      } catch (reason) {
        if (failure?.applied) act();
        throw reason;
      }
      if (failure && !failure.applied) throw failure.error;
      const refusal = fail?.(method, sent);
      if (refusal) throw refusal;
      const answer = act();
      if (failure) throw failure.error;
      return structuredClone(answer);
    },
  };
}

async function wait(ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (ms > 0) await sleep(ms, signal);
  else await null;
  signal.throwIfAborted();
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = ms <= LONGEST_TIMER ? setTimeout(wake, ms) : undefined;
    signal.addEventListener('abort', wake);
    function wake() {
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
      resolve();
    }
  });
}

/** A longer timer fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1;
