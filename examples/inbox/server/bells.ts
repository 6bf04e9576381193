/** Tells the open streams of a feed that there is something new to read. */
export interface Bells {
  listen(feedId: string): Bell;
  ring(feedIds: Iterable<string>): void;
  /** Ends every wait, now and later. */
  close(): void;
  readonly isClosed: boolean;
}

export interface Bell {
  /** Resolves at the next ring, at once if it rang since the last wait, and after `ms` in any case. */
  wait(ms: number): Promise<void>;
  stop(): void;
}

export function createBells(): Bells {
  const listeners = new Map<string, Set<() => void>>();
  let isClosed = false;

  function listen(feedId: string): Bell {
    let hasRung = false;
    let wake = () => {};
    const ring = () => {
      hasRung = true;
      wake();
    };
    const ofFeed = listeners.get(feedId) ?? new Set();
    listeners.set(feedId, ofFeed.add(ring));
    return {
      async wait(ms) {
        if (!hasRung && !isClosed) {
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, ms);
            wake = () => {
              clearTimeout(timer);
              resolve();
            };
          });
        }
        hasRung = false;
      },
      stop() {
        ofFeed.delete(ring);
        if (ofFeed.size === 0 && listeners.get(feedId) === ofFeed) listeners.delete(feedId);
        ring();
      },
    };
  }

  return {
    listen,
    ring(feedIds) {
      for (const feedId of feedIds) for (const ring of listeners.get(feedId) ?? []) ring();
    },
    close() {
      isClosed = true;
      for (const ofFeed of listeners.values()) for (const ring of ofFeed) ring();
    },
    get isClosed() {
      return isClosed;
    },
  };
}
