import type { CardEvent } from '../DataAdapter.ts';

/** The live connection: who listens to which subscriber. */
export interface Feed {
  subscribe(subscriberId: string, listener: (event: CardEvent) => void): () => void;
  emit(subscriberId: string, event: CardEvent): void;
  /** Events are lost until {@link Feed.reconnect}. */
  disconnect(): void;
  reconnect(): void;
}

export function createFeed(): Feed {
  // One entry per subscription: the same listener may be there twice.
  const subscriptions = new Set<{ subscriberId: string; listener: (event: CardEvent) => void }>();
  let isOpen = true;

  return {
    subscribe(subscriberId, listener) {
      const subscription = { subscriberId, listener };
      subscriptions.add(subscription);
      // Nothing is replayed here: what was read before may be of before.
      tell(listener, { type: 'connection', state: isOpen ? 'open' : 'closed' });
      return () => subscriptions.delete(subscription);
    },
    emit(subscriberId, event) {
      if (!isOpen) return;
      for (const subscription of [...subscriptions]) {
        if (subscription.subscriberId === subscriberId) tell(subscription.listener, event);
      }
    },
    disconnect() {
      if (!isOpen) return;
      isOpen = false;
      for (const { listener } of [...subscriptions]) tell(listener, { type: 'connection', state: 'closed' });
    },
    reconnect() {
      if (isOpen) return;
      isOpen = true;
      for (const { listener } of [...subscriptions]) tell(listener, { type: 'connection', state: 'open' });
    },
  };
}

function tell(listener: (event: CardEvent) => void, event: CardEvent): void {
  try {
    listener(structuredClone(event));
  } catch (thrown) {
    // A listener that fails must not unmake the write it hears of.
    queueMicrotask(() => {
      throw thrown;
    });
  }
}
