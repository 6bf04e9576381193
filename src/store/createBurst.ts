import type { Clock } from './clock.ts';

/** Holds a flood back, so that it is drawn no more often than the screen. */
export interface Burst<T> {
  /** Passes it on: at once after a quiet moment, else with all that came within the frame. */
  take(item: T): void;
  /** Passes on what is held. */
  flush(): void;
}

/** Milliseconds. */
const FRAME = 16;

export function createBurst<T>(clock: Clock, pass: (item: T) => void): Burst<T> {
  let held: T[] = [];
  let isFrame = false;

  function flush() {
    const items = held;
    held = [];
    for (const item of items) pass(item);
  }

  function begin() {
    isFrame = true;
    clock.schedule(end, FRAME);
  }

  function end() {
    isFrame = held.length > 0;
    if (isFrame) begin();
    flush();
  }

  return {
    take(item) {
      if (isFrame) held.push(item);
      else {
        begin();
        pass(item);
      }
    },
    flush,
  };
}
