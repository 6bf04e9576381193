import { createPerson, type Person } from '../data/createPerson.ts';
import type { CreateList, Rows } from './List.ts';
import { painted, paintedUntil, settle, timeUntilPainted, took } from './painted.ts';
import { findPlace, offer } from './place.ts';

export interface Scrolling {
  /** Milliseconds of each frame. */
  readonly frames: readonly number[];
  /** Frames in which part of the pane had no row. */
  readonly blanks: number;
  /** The most that were in the document at once. */
  readonly rows: number;
}

export interface ListPage {
  mount(rows: Rows, count: number): Promise<number>;
  scroll(steps: number): Promise<Scrolling>;
  unmount(): Promise<void>;
}

const IN_SIGHT = 5;
const STEP = 240;
/** What may stand between two rows: a margin, the title of a group. */
const GAP = 90;

/** The page on which long lists are measured. */
export function openList(createList: CreateList): void {
  const place = findPlace();
  let list = createList(place);
  const rows = () => [...place.querySelectorAll<HTMLElement>(list.row)];

  offer<ListPage>({
    async mount(kind, count) {
      const size = { variables: 1, tags: 0, deals: 0, [kind]: count };
      const person = createPerson(count, size);
      const first = nameOfFirst(kind, person);
      list = createList(place);
      return timeUntilPainted(
        () => list.mount(kind, person),
        () => rows().length >= IN_SIGHT && (place.textContent ?? '').includes(first),
        `the first rows of ${count} ${kind}`,
      );
    },
    async scroll(steps) {
      const scroller = findScroller(place, rows()[0] ?? null);
      await settle();
      const frames: number[] = [];
      let blanks = 0;
      let most = 0;
      const from = scroller.scrollTop;
      for (let step = 0; step < steps; step += 1) {
        // In a task of its own, as after a wheel: the browser tells of it, rows are drawn, the frame is painted.
        const began = performance.now();
        scroller.scrollTop += STEP;
        frames.push(took(began, await painted()));
        if (isBlank(place, rows())) blanks += 1;
        most = Math.max(most, rows().length);
      }
      if (scroller.scrollTop - from < STEP * (steps - 1)) throw new Error('The list did not scroll.');
      return { frames, blanks, rows: most };
    },
    async unmount() {
      list.unmount();
      place.replaceChildren();
      await paintedUntil(() => rows().length === 0, 'the end of the list');
    },
  });
}

function nameOfFirst(kind: Rows, { subscriber, deals }: Person): string {
  return (kind === 'deals' ? deals[0]?.name : subscriber.variables[0]?.label) ?? '';
}

/** The pane itself, or what a library has put into it. */
function findScroller(place: HTMLElement, row: HTMLElement | null): HTMLElement {
  const spare = (element: HTMLElement) => element.scrollHeight - element.clientHeight;
  const scrolls = (element: HTMLElement) => /auto|scroll/.test(getComputedStyle(element).overflowY);
  const candidates = [place, ...place.querySelectorAll<HTMLElement>('div, ul, dl, section')];
  const around = candidates.filter((candidate) => candidate.contains(row) && scrolls(candidate));
  const [best] = around.sort((a, b) => spare(b) - spare(a));
  if (!best || spare(best) < STEP) throw new Error('There is nothing to scroll.');
  return best;
}

function isBlank(place: HTMLElement, rows: readonly HTMLElement[]): boolean {
  const { top, bottom } = place.getBoundingClientRect();
  const boxes = rows
    .map((row) => row.getBoundingClientRect())
    .filter((box) => box.bottom > top && box.top < bottom)
    .sort((a, b) => a.top - b.top);
  let covered = top;
  for (const box of boxes) {
    if (box.top - covered > GAP) return true;
    covered = Math.max(covered, box.bottom);
  }
  return bottom - covered > GAP;
}
