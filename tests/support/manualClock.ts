import type { Clock } from '../../src/store/clock.ts';

export interface ManualClock extends Clock {
  /** Moves the time on and runs what is due, in order. */
  advance(milliseconds: number): void;
  /** Milliseconds until the next thing is due; `undefined` where nothing is. */
  untilNext(): number | undefined;
}

/** A clock that only a test moves. */
export function createManualClock(start = 0): ManualClock {
  let now = start;
  let order = 0;
  const due = new Map<number, { at: number; run: () => void }>();

  function next() {
    let first: [number, { at: number; run: () => void }] | undefined;
    for (const entry of due) if (!first || entry[1].at < first[1].at) first = entry;
    return first;
  }

  return {
    now: () => now,
    schedule(run, delay) {
      order += 1;
      const id = order;
      due.set(id, { at: now + Math.max(0, delay), run });
      return () => due.delete(id);
    },
    advance(milliseconds) {
      const end = now + milliseconds;
      for (let entry = next(); entry && entry[1].at <= end; entry = next()) {
        due.delete(entry[0]);
        now = Math.max(now, entry[1].at);
        entry[1].run();
      }
      now = end;
    },
    untilNext() {
      const entry = next();
      return entry && entry[1].at - now;
    },
  };
}
