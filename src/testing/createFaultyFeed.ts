import type { CardEvent, ReadContext } from '../adapters/DataAdapter.ts';
import type { SubscriberRef } from '../model/subscriber.ts';
import type { Line } from './createLine.ts';
import { createRandom } from './createRandom.ts';
import { drawEventFault } from './drawFault.ts';
import type { FaultScript, Hindrance } from './faultScript.ts';
import type { Schedule } from './schedule.ts';
import { toMalformed } from './toMalformed.ts';

/** One event that the wrapped adapter told, and what met it. */
export interface FaultEvent {
  readonly fault: 'lose' | 'duplicate' | 'malformed' | null;
  readonly hindrances: readonly Hindrance[];
  readonly ref: SubscriberRef;
  readonly event: CardEvent;
}

export interface FaultyFeed {
  readonly events: readonly FaultEvent[];
  /** Stands between the wrapped adapter and a listener. */
  follow(
    ref: SubscriberRef,
    listener: (event: CardEvent) => void,
    context: ReadContext,
    subscribe: (listener: (event: CardEvent) => void) => () => void,
  ): () => void;
}

export interface FaultyFeedOptions {
  readonly seed: number;
  readonly schedule: Schedule;
  readonly line: Line;
  readonly script: () => FaultScript;
}

export function createFaultyFeed({ seed, schedule, line, script }: FaultyFeedOptions): FaultyFeed {
  const events: FaultEvent[] = [];

  return {
    events,
    follow(ref, listener, { signal }, subscribe) {
      const postponed = createPostponed();
      let isLost = false;

      function tell(event: CardEvent) {
        if (!postponed.isOver && !signal.aborted) listener(event);
      }

      function after(delay: number, run: () => void) {
        if (delay === 0) run();
        else postponed.add((resume) => schedule(resume, delay), run);
      }

      function arrive(event: CardEvent, isHeld: boolean) {
        if (isHeld) return postponed.add(line.hold, () => tell(event));
        tell(event);
        line.release();
      }

      function lose(delay: number) {
        if (script().afterLostEvent === 'silence') return;
        isLost = true;
        tell({ type: 'connection', state: 'closed' });
        after(delay, () => {
          if (isLost) tell({ type: 'connection', state: 'open' });
          isLost = false;
        });
      }

      function hear(event: CardEvent) {
        if (event.type === 'connection') {
          isLost = false;
          return tell(event);
        }
        if (isLost) return;
        const random = createRandom(seed, `event ${events.length}`);
        const { fault, hindrances, delay, reconnectDelay } = drawEventFault(script(), random);
        events.push({ ref, event, fault, hindrances });
        if (fault === 'lose') return lose(reconnectDelay);
        const told = fault === 'malformed' ? (toMalformed(event, random) as CardEvent) : event;
        const copies = fault === 'duplicate' ? [told, structuredClone(told)] : [told];
        for (const copy of copies) after(delay, () => arrive(copy, hindrances.includes('reorder')));
      }

      const stop = subscribe(hear);
      return () => {
        postponed.end();
        stop();
      };
    },
  };
}

/** What a subscription has still to tell. Cancelled with it. */
function createPostponed() {
  const cancels = new Set<() => void>();
  let isOver = false;

  return {
    get isOver() {
      return isOver;
    },
    add(wait: (resume: () => void) => () => void, run: () => void) {
      let cancel = () => {};
      const forget = () => cancel();
      cancels.add(forget);
      cancel = wait(() => {
        cancels.delete(forget);
        run();
      });
    },
    end() {
      isOver = true;
      for (const cancel of cancels) cancel();
      cancels.clear();
    },
  };
}
