const channel = new MessageChannel();

/**
 * Resolves with the time when what was changed until now has been painted. Work that is waiting comes first, then
 * the callback of the next frame, then its style, layout and paint, all in one task; a message that is posted in the
 * callback is a task of its own, after them. (A promise or a second callback would resolve before the paint, or one
 * whole frame later. What the compositor does on its own threads is the same for all, and not in it.)
 */
export function painted(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      channel.port1.onmessage = () => resolve(performance.now());
      channel.port2.postMessage(null);
    });
  });
}

const PATIENCE = 60_000;

/** Frame by frame until it is done. The check is not in the time of the frame that it finds to be right. */
export async function paintedUntil(isDone: () => boolean, what: string): Promise<number> {
  const began = performance.now();
  for (;;) {
    const now = await painted();
    if (isDone()) return now;
    if (now - began > PATIENCE) throw new Error(`not done after a minute: ${what}`);
  }
}

/** Milliseconds from a call of the work until what it does has been painted. */
export async function timeUntilPainted(
  work: () => void,
  isDone: () => boolean,
  what: string,
): Promise<number> {
  await settle();
  const began = performance.now();
  work();
  return took(began, await paintedUntil(isDone, what));
}

/** The milliseconds between, which `--profile` finds in the trace again. */
export function took(began: number, now: number): number {
  performance.measure(location.pathname, { start: began, end: now });
  return now - began;
}

/** Nobody pays for what was before: late effects have run, and what is garbage is collected. */
export async function settle(): Promise<void> {
  await painted();
  await new Promise((resolve) => setTimeout(resolve, 15));
  window.gc?.();
  await painted();
}

declare global {
  interface Window {
    /** Given by Chromium with `--js-flags=--expose-gc`. */
    readonly gc?: () => void;
  }
}
