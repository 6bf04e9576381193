import type { Schedule } from './schedule.ts';

/** Where messages wait until another one has overtaken them. */
export interface Line {
  /** Returns what takes the message out. */
  hold(arrive: () => void): () => void;
  /** Something has arrived: what waited comes next. */
  release(): void;
}

/** Nothing waits for longer than `patience()` milliseconds: the next message may never come. */
export function createLine(schedule: Schedule, patience: () => number): Line {
  const held = new Set<() => void>();

  return {
    hold(arrive) {
      let cancel = () => {};
      const takeOut = () => {
        held.delete(finish);
        cancel();
      };
      const finish = () => {
        takeOut();
        arrive();
      };
      held.add(finish);
      cancel = schedule(finish, patience());
      return takeOut;
    },
    release() {
      for (const arrive of [...held]) arrive();
    },
  };
}
