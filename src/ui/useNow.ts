'use client';
import { useSyncExternalStore } from 'react';

/** The present moment in milliseconds, renewed every `interval`. All who ask for one interval share one timer. */
export function useNow(interval: number): number {
  const clock = toClock(interval);
  return useSyncExternalStore(clock.subscribe, clock.read, clock.read);
}

interface Clock {
  readonly read: () => number;
  readonly subscribe: (listener: () => void) => () => void;
}

// A clock that ticks every five minutes may be read at any moment; this much it may be wrong then.
const OLD = 1000;

const clocks = new Map<number, Clock>();

function toClock(interval: number): Clock {
  const known = clocks.get(interval);
  if (known) return known;
  const clock = createClock(interval);
  clocks.set(interval, clock);
  return clock;
}

function createClock(interval: number): Clock {
  const listeners = new Set<() => void>();
  let now = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  function tick() {
    now = Date.now();
    for (const listener of listeners) listener();
  }
  function isOld() {
    return Math.abs(Date.now() - now) > OLD;
  }
  function start() {
    clearInterval(timer);
    timer = document.hidden ? undefined : setInterval(tick, interval);
  }
  // Nobody reads a hidden page; on return the words are made true at once.
  function handleVisibility() {
    if (!document.hidden) tick();
    start();
  }

  return {
    read() {
      // While nothing ticks the last reading grows old, but within one render it must not change.
      if (timer === undefined && isOld()) now = Date.now();
      return now;
    },
    subscribe(listener) {
      listeners.add(listener);
      if (isOld()) tick();
      if (listeners.size === 1) {
        start();
        document.addEventListener('visibilitychange', handleVisibility);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
        document.removeEventListener('visibilitychange', handleVisibility);
      };
    },
  };
}
