import { AdapterError, type AdapterErrorOptions } from '../../src/adapters/AdapterError.ts';
import {
  type Capability,
  createDemoData,
  createMemoryAdapter,
  type Fail,
  type MemoryAdapter,
  type MemoryAdapterOptions,
  type MemoryMethod,
} from '../../src/adapters/createMemoryAdapter.ts';
import type { ErrorCode } from '../../src/model/errorCode.ts';
import type { Subscriber } from '../../src/model/subscriber.ts';
import { storyNow } from './storyClock.ts';

export type Backend = MemoryAdapter<Capability>;
export type BackendOptions = MemoryAdapterOptions<Capability>;

export const demoData = createDemoData(storyNow);

/** A backend in memory with the demo data, for one story. Ana Souza works with it. */
export function createBackend(options: BackendOptions = {}): Backend {
  return createMemoryAdapter({ ...demoData, operator: 'Ana Souza', ...options });
}

/** The demo data with one subscriber changed. */
export function withSubscriber(id: string, change: Partial<Subscriber>): BackendOptions {
  return {
    subscribers: demoData.subscribers.map((subscriber) =>
      subscriber.id === id ? { ...subscriber, ...change } : subscriber,
    ),
  };
}

/** Never answers the method. */
export function unanswered(method: MemoryMethod): BackendOptions {
  return { delay: (called) => (called === method ? Number.POSITIVE_INFINITY : 0) };
}

/** Refuses the method each time. */
export function refused(method: MemoryMethod, code: ErrorCode = 'unknown'): BackendOptions {
  const fail: Fail = (called) => (called === method ? refusal(code) : undefined);
  return { fail };
}

export function refusal(code: ErrorCode, options?: AdapterErrorOptions): AdapterError {
  return new AdapterError(code, 'Refused by the story.', options);
}
