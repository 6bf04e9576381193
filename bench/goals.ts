import type { Figure, Results } from './runner/Results.ts';
import { growth } from './runner/statistics.ts';
import { OURS } from './runner/Work.ts';

/** What was promised, as a figure of ours that should not be above a limit. */
export interface Goal {
  readonly text: string;
  readonly unit: '×' | 'ms' | 'KB' | 'MB' | 'nodes' | 'rows' | '%';
  readonly limit: number;
  /** `undefined` where the work was not run. */
  readonly read: (results: Results) => number | undefined;
  /** It is said, and fails nothing. */
  readonly isAim?: boolean;
}

export type Verdict = 'met' | 'tie' | 'missed';

/** A miss of less is a tie: another run may say otherwise. */
const TIE = 1.2;

export function judge({ limit }: Goal, value: number): Verdict {
  if (value <= limit) return 'met';
  return value <= limit * TIE ? 'tie' : 'missed';
}

const cardKits = ['mui', 'mantine', 'antd', 'radix-themes', 'radix', 'base-ui', 'react-aria'];
const pickerKits = ['antd', 'mui', 'mantine', 'react-select', 'base-ui', 'react-aria'];
const lists = ['react-virtual', 'virtuoso'];

export const goals: readonly Goal[] = [
  toFloor('card mounted, as plain React', 'card', 'mount', 1.3),
  toBest('card mounted, as the best kit', 'card', 'mount', cardKits, 0.35),
  toFloor('another subscriber, as plain React', 'card', 'show', 1),
  toFloor('one variable by a live event, as plain React', 'card', 'event', 1),
  toFloor('one variable by an edit, as plain React', 'card', 'edit', 1),

  toBest('10,000 tags: first open, as the best kit', 'picker', 'open 10000', pickerKits, 0.7),
  toBest('10,000 tags: a key, as the best kit', 'picker', 'key 10000', pickerKits, 0.75),
  toBest('10,000 tags: select, as the best kit', 'picker', 'select 10000', pickerKits, 1),
  toBest('10,000 tags: first open, as Downshift + virtual', 'picker', 'open 10000', ['downshift'], 1.15),
  toBest('10,000 tags: a key, as Downshift + virtual', 'picker', 'key 10000', ['downshift'], 1.15),
  toBest('10,000 tags: select, as Downshift + virtual', 'picker', 'select 10000', ['downshift'], 1.15),
  own('10,000 tags: elements on the page when open', 'picker', 'nodes', 'nodes', 90),
  toBest('50,000 tags: first open, as the best kit', 'picker', 'open 50000', pickerKits, 0.5),
  within('a key with 50,000 tags, as with 100', 'picker', 'key 50000', 'key 100', 1.5),

  toBest('10,000 deals: rows drawn, as the best list', 'list', 'rows deals 10000', lists, 1),
  toBest('10,000 deals: frame while scrolling, as the best list', 'list', 'frame deals 10000', lists, 1),
  own('10,000 deals: frames with a blank', 'list', 'blanks deals 10000', '%', 0),
  within('1,000 variables mounted, as 100', 'list', 'mount variables 1000', 'mount variables 100', 1.3),

  {
    text: '1,000 events a second: p98 from press to paint, as plain React',
    unit: '×',
    limit: 1,
    read: (results) =>
      divide(figureOf(results, 'live', 'all')?.p98, figureOf(results, 'live', 'all', 'plain')?.p98),
  },
  {
    text: '1,000 events a second: p98 from press to paint',
    unit: 'ms',
    limit: 100,
    read: (results) => figureOf(results, 'live', 'all')?.p98,
    isAim: true,
  },
  within('a value of 1 MB is clipped: mounted as one of 1 KB', 'text', 'megabyte', 'kilobyte', 1.3),

  own('whole card, first load', 'size', 'whole card first', 'KB', 45),
  own('whole card, everything opened', 'size', 'whole card all', 'KB', 110),
  own('tag picker, closed', 'size', 'tag picker first', 'KB', 30),
  own('tag picker, opened', 'size', 'tag picker all', 'KB', 80),
  own('`./headless`', 'size', 'headless all', 'KB', 22),
  own('`styles.css`', 'size', 'styles.css all', 'KB', 10),
  own('memory of a mounted card', 'memory', 'first', 'MB', 1.5),
];

/** The same work at ten and a hundred times the data. */
export const growths: readonly {
  readonly text: string;
  readonly work: string;
  readonly measure: string;
  readonly sizes: readonly number[];
}[] = [
  { text: 'tag picker, mount', work: 'picker', measure: 'mount', sizes: [100, 1_000, 10_000, 50_000] },
  { text: 'tag picker, first open', work: 'picker', measure: 'open', sizes: [100, 1_000, 10_000, 50_000] },
  { text: 'tag picker, a key', work: 'picker', measure: 'key', sizes: [100, 1_000, 10_000, 50_000] },
  { text: 'tag picker, select', work: 'picker', measure: 'select', sizes: [100, 1_000, 10_000, 50_000] },
  { text: 'variables, mount', work: 'list', measure: 'mount variables', sizes: [100, 1_000, 10_000] },
  {
    text: 'variables, frame while scrolling',
    work: 'list',
    measure: 'frame variables',
    sizes: [100, 1_000, 10_000],
  },
  { text: 'deals, mount', work: 'list', measure: 'mount deals', sizes: [100, 1_000, 10_000] },
  { text: 'deals, frame while scrolling', work: 'list', measure: 'frame deals', sizes: [100, 1_000, 10_000] },
];

/** The exponent, or `undefined` where a size was not run. */
export function growthOf(
  results: Results,
  { work, measure, sizes }: (typeof growths)[number],
  contestant: string,
): number | undefined {
  const points = sizes.flatMap((size) => {
    const figure = figureOf(results, work, `${measure} ${size}`, contestant);
    return figure ? [[size, figure.median] as const] : [];
  });
  return points.length < sizes.length ? undefined : growth(points);
}

export function figureOf(
  { works }: Results,
  work: string,
  measure: string,
  contestant = OURS,
): Figure | undefined {
  return works[work]?.measures[measure]?.[contestant];
}

/** Who of them is fastest. */
export function bestOf(results: Results, work: string, measure: string, contestants: readonly string[]) {
  return contestants
    .flatMap((contestant) => {
      const figure = figureOf(results, work, measure, contestant);
      return figure ? [{ contestant, figure }] : [];
    })
    .sort((a, b) => a.figure.median - b.figure.median)[0];
}

function toFloor(text: string, work: string, measure: string, limit: number): Goal {
  return { text, unit: '×', limit, read: (results) => figureOf(results, work, measure)?.toFloor };
}

function toBest(
  text: string,
  work: string,
  measure: string,
  contestants: readonly string[],
  limit: number,
): Goal {
  return {
    text,
    unit: '×',
    limit,
    read: (results) => divide(1, bestOf(results, work, measure, contestants)?.figure.toOurs),
  };
}

function own(text: string, work: string, measure: string, unit: Goal['unit'], limit: number): Goal {
  return { text, unit, limit, read: (results) => figureOf(results, work, measure)?.median };
}

/** Ours at one size beside ours at another. */
function within(text: string, work: string, measure: string, base: string, limit: number): Goal {
  return {
    text,
    unit: '×',
    limit,
    read: (results) =>
      divide(figureOf(results, work, measure)?.median, figureOf(results, work, base)?.median),
  };
}

function divide(value: number | undefined, by: number | undefined): number | undefined {
  return value === undefined || by === undefined ? undefined : value / by;
}
