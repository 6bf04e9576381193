import type { Card } from './Card.ts';

/** What the operator is doing. */
export type Phase = 'typing' | 'opening' | 'picking' | 'saving';

export interface Interactions {
  /** Of each press until the next paint, in steps of 8 ms, as Chromium's event timing has it. */
  readonly durations: readonly { readonly phase: Phase; readonly ms: number }[];
  readonly events: number;
}

/** The news of a busy account, and what the operator feels of it. */
export interface LiveEvents {
  start(perSecond: number, seconds: number, variables: number): void;
  setPhase(phase: Phase): void;
  /** After the last event: fails where the card does not show the last state. */
  end(): Promise<Interactions>;
}

/** Below it Chromium tells nothing. */
const THRESHOLD = 16;
const UNTOLD = 8;

export function createLiveEvents(place: HTMLElement, getCard: () => Card): LiveEvents {
  const last = new Map<number, number>();
  const presses: { readonly at: number; readonly phase: Phase }[] = [];
  const entries: PerformanceEventTiming[] = [];
  let phase: Phase = 'opening';
  let finished: Promise<number> = Promise.resolve(0);

  const note = () => presses.push({ at: performance.now(), phase });
  window.addEventListener('keydown', note, { capture: true });
  window.addEventListener('pointerdown', note, { capture: true });
  const observer = new PerformanceObserver((list) => {
    entries.push(...(list.getEntries() as PerformanceEventTiming[]));
  });
  observer.observe({ type: 'event', durationThreshold: THRESHOLD } as PerformanceObserverInit);

  /** Only texts change, and not the first one, which the operator edits. */
  function send(count: number, variables: number) {
    const number = 5 + ((count * 7) % (variables - 5));
    const text = number % 5 > 2 ? number - (number % 5) : number;
    last.set(text, count);
    getCard().change(`variable-${text}`, `«${text}:${count}»`);
  }

  return {
    start(perSecond, seconds, variables) {
      const began = performance.now();
      const total = perSecond * seconds;
      let sent = 0;
      finished = new Promise((resolve) => {
        const timer = setInterval(() => {
          const due = Math.min(total, Math.floor(((performance.now() - began) / 1000) * perSecond));
          for (; sent < due; sent += 1) send(sent, variables);
          if (sent < total) return;
          clearInterval(timer);
          resolve(sent);
        }, 4);
      });
    },
    setPhase(next) {
      phase = next;
    },
    async end() {
      const events = await finished;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      demandLast(place, last);
      const slowest = new Map<number, PerformanceEventTiming>();
      for (const entry of [...entries, ...(observer.takeRecords() as PerformanceEventTiming[])]) {
        const { interactionId, duration } = entry as PerformanceEventTiming & { interactionId: number };
        const known = slowest.get(interactionId);
        if (interactionId > 0 && (!known || known.duration < duration)) slowest.set(interactionId, entry);
      }
      const durations = presses.map(({ at, phase: during }) => ({
        phase: during,
        ms: durationAt(at, slowest),
      }));
      return { durations, events };
    },
  };
}

/** The interaction that was under way when the page heard of the press. */
function durationAt(at: number, slowest: ReadonlyMap<number, PerformanceEventTiming>): number {
  const told = [...slowest.values()].filter(
    ({ startTime, processingStart, duration }) =>
      startTime <= at && at <= Math.max(startTime + duration, processingStart) + UNTOLD,
  );
  return Math.max(UNTOLD, ...told.map(({ duration }) => duration));
}

function demandLast(place: HTMLElement, last: ReadonlyMap<number, number>): void {
  const shown = [...(place.textContent ?? '').matchAll(/«(\d+):(\d+)»/g)];
  if (shown.length < 8) throw new Error(`Only ${shown.length} of the changed values are in the card.`);
  const wrong = shown.filter(([, variable, count]) => last.get(Number(variable)) !== Number(count));
  if (wrong.length > 0) throw new Error(`${wrong.length} of ${shown.length} values are not the last ones.`);
}
