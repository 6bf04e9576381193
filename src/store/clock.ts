/** Time, as the store knows it. Nothing in `store/` calls Date or setTimeout itself, so that tests own the time. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs once after `delay` milliseconds. Returns what cancels it. */
  schedule(run: () => void, delay: number): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  schedule(run, delay) {
    const timer = setTimeout(run, delay);
    return () => clearTimeout(timer);
  },
};

/** A random id. Not `crypto.randomUUID`, which is missing on intranets without TLS. */
export function createRandomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
