import type { WorkSamples } from './runWork.ts';
import { median } from './statistics.ts';

/** What the main thread did while something was measured, in milliseconds. */
export interface Parts {
  readonly script: number;
  readonly style: number;
  readonly layout: number;
  readonly paint: number;
  /** Collecting garbage. */
  readonly gc: number;
  /** Waiting for the next frame or task, and what has no name. */
  readonly rest: number;
}

export interface Breakdown {
  readonly measure: string;
  readonly contestant: string;
  /** The middle of all samples, each part by itself. */
  readonly total: number;
  readonly parts: Parts;
}

/** Of a trace of Chromium: `ts` and `dur` are microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly id2?: { readonly local?: string };
}

type Part = Exclude<keyof Parts, 'rest'>;

/** What a trace calls it. An event inside of another is taken from it: layout that a script forces is layout. */
const partOf: Readonly<Record<string, Part>> = {
  FunctionCall: 'script',
  EvaluateScript: 'script',
  EventDispatch: 'script',
  FireAnimationFrame: 'script',
  TimerFire: 'script',
  RunMicrotasks: 'script',
  'v8.callFunction': 'script',
  UpdateLayoutTree: 'style',
  Layout: 'layout',
  PrePaint: 'paint',
  Paint: 'paint',
  Layerize: 'paint',
  Commit: 'paint',
  MinorGC: 'gc',
  MajorGC: 'gc',
};

/** Which events a trace must have. */
export const categories = ['devtools.timeline', 'v8', 'blink.user_timing'];

/** Takes the time of each sample apart. The page has noted each in the trace (`took` in `pages/painted.ts`), by its own address. */
export function breakDown(trace: readonly TraceEvent[], samples: WorkSamples): Breakdown[] {
  const spans = toSpans(trace);
  const threads = toThreads(trace);
  return [...samples].flatMap(([measure, byContestant]) =>
    [...byContestant].flatMap(([contestant, values]): Breakdown[] => {
      const own = spans.filter(({ name }) => name.startsWith(`/${contestant}/`));
      const found = values.flatMap((ms) => {
        const span = own.find(({ from, to }) => Math.abs(to - from - ms * 1000) < 5);
        return span ? [toParts(span, threads.get(span.thread) ?? [])] : [];
      });
      if (found.length === 0) return [];
      const middle = (part: keyof Parts) => median(found.map((parts) => parts[part]));
      const parts = {
        script: middle('script'),
        style: middle('style'),
        layout: middle('layout'),
        paint: middle('paint'),
        gc: middle('gc'),
        rest: middle('rest'),
      };
      return [{ measure, contestant, total: median(values), parts }];
    }),
  );
}

interface Span {
  readonly name: string;
  readonly thread: string;
  readonly from: number;
  readonly to: number;
}

function toSpans(trace: readonly TraceEvent[]): Span[] {
  const begun = new Map<string, TraceEvent>();
  const spans: Span[] = [];
  for (const event of trace) {
    if (event.cat !== 'blink.user_timing') continue;
    const key = `${toThread(event)} ${event.id2?.local ?? ''}`;
    if (event.ph === 'b') begun.set(key, event);
    const first = event.ph === 'e' ? begun.get(key) : undefined;
    if (first) spans.push({ name: first.name, thread: toThread(first), from: first.ts, to: event.ts });
  }
  return spans;
}

function toThreads(trace: readonly TraceEvent[]): Map<string, TraceEvent[]> {
  const threads = new Map<string, TraceEvent[]>();
  for (const event of trace) {
    if (event.ph !== 'X' || !(event.name in partOf)) continue;
    const events = threads.get(toThread(event)) ?? [];
    events.push(event);
    threads.set(toThread(event), events);
  }
  for (const events of threads.values()) events.sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  return threads;
}

function toParts({ from, to }: Span, events: readonly TraceEvent[]): Parts {
  const parts = { script: 0, style: 0, layout: 0, paint: 0, gc: 0 };
  const outer: { readonly part: Part; readonly to: number }[] = [];
  for (const { name, ts, dur = 0 } of events) {
    const part = partOf[name];
    const [start, end] = [Math.max(ts, from), Math.min(ts + dur, to)];
    if (!part || end <= start) continue;
    while (outer.length > 0 && (outer.at(-1)?.to ?? 0) <= start) outer.pop();
    const around = outer.at(-1);
    parts[part] += end - start;
    if (around) parts[around.part] -= end - start;
    outer.push({ part, to: end });
  }
  const known = Object.values(parts).reduce((sum, time) => sum + time, 0);
  const toMs = (time: number) => time / 1000;
  return {
    script: toMs(parts.script),
    style: toMs(parts.style),
    layout: toMs(parts.layout),
    paint: toMs(parts.paint),
    gc: toMs(parts.gc),
    rest: toMs(to - from - known),
  };
}

function toThread({ pid, tid }: TraceEvent): string {
  return `${pid}/${tid}`;
}
