import {
  type Capability,
  createDemoData,
  createMemoryAdapter,
  type MemoryAdapter,
  type MemoryAdapterOptions,
} from '../../src/adapters/createMemoryAdapter.ts';
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
