import type { AdapterError } from '../../src/adapters/AdapterError.ts';
import type { DataAdapter } from '../../src/adapters/DataAdapter.ts';
import type { Subscriber } from '../../src/model/subscriber.ts';
import type { CardChange } from '../../src/store/cardState.ts';
import { createCardStore } from '../../src/store/createCardStore.ts';
import { createConnection } from '../../src/store/createConnection.ts';
import { createManualClock } from './manualClock.ts';

/** A store of one subscriber whose time the test owns, and what it told its host. */
export function createTestStore(
  subscriber: Subscriber,
  adapter: Partial<DataAdapter>,
  onUnauthorized: () => Promise<void> | undefined = () => undefined,
) {
  const clock = createManualClock();
  const changes: CardChange[] = [];
  const errors: AdapterError[] = [];
  const invalidated: string[] = [];
  const onError = (error: AdapterError) => errors.push(error);
  let count = 0;
  const connection = createConnection({
    clock,
    random: () => 0.5,
    timeout: 15_000,
    onUnauthorized,
    onError,
    onResume: () => store.resume(),
  });
  const store = createCardStore({
    getRef: () => ({ id: subscriber.id, channel: subscriber.channel }),
    getAdapter: () => ({ getSubscriber: async () => subscriber, ...adapter }),
    connection,
    clock,
    random: () => 0.5,
    createId: () => `id-${++count}`,
    onChange: (change) => changes.push(change),
    onError,
    invalidate: (section) => invalidated.push(section),
    read: async () => {},
  });
  store.learn({ type: 'subscriber', subscriber });
  store.learn({ type: 'deals', page: { items: [] }, from: 'start', since: 0 });
  return { store, clock, connection, changes, errors, invalidated };
}
