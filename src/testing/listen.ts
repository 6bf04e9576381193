import type { CardEvent } from '../adapters/DataAdapter.ts';
import type { SubscriberRef } from '../model/subscriber.ts';
import type { Stage } from './createStage.ts';

/** A subscription of a case. */
export interface Listening {
  /** All that was told so far. */
  readonly events: readonly CardEvent[];
  /** The first event of the kind, told or to come; `null` if patience ends before it. */
  until(isIt: (event: CardEvent) => boolean): Promise<CardEvent | null>;
  stop(): void;
  /** Aborts its signal. */
  abort(): void;
}

/** Subscribes, and waits until the connection is open, as far as the adapter says so. */
export async function listen(stage: Stage, ref: SubscriberRef = stage.subscriber): Promise<Listening> {
  const { subscribe } = stage.need('subscribe');
  const controller = new AbortController();
  const events: CardEvent[] = [];
  const waiting = new Set<(event: CardEvent) => void>();

  function until(isIt: (event: CardEvent) => boolean, patienceMs = stage.patienceMs) {
    const told = events.find(isIt);
    if (told) return Promise.resolve(told);
    return new Promise<CardEvent | null>((resolve) => {
      const end = (event: CardEvent | null) => {
        clearTimeout(timer);
        waiting.delete(hear);
        resolve(event);
      };
      const hear = (event: CardEvent) => {
        if (isIt(event)) end(event);
      };
      const timer = setTimeout(() => end(null), patienceMs);
      waiting.add(hear);
    });
  }

  const stop = subscribe(
    ref,
    (event) => {
      events.push(event);
      for (const hear of [...waiting]) hear(event);
    },
    { signal: controller.signal },
  );
  // An adapter that needs no time says nothing.
  await until((event) => event.type === 'connection' && event.state === 'open', stage.patienceMs / 20);
  return { events, until: (isIt) => until(isIt), stop, abort: () => controller.abort() };
}
