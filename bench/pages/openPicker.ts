import { createTags } from '../data/createTags.ts';
import type { CreatePicker, TagSource } from './Picker.ts';
import { paintedUntil, timeUntilPainted } from './painted.ts';
import { findPlace, offer } from './place.ts';
import { takeMeasured, watch } from './watch.ts';

export interface Target {
  readonly x: number;
  readonly y: number;
  readonly name: string;
}

export interface PickerPage {
  mount(count: number, source: TagSource): Promise<number>;
  unmount(): Promise<void>;
  findTrigger(): Target;
  watchOpening(): Promise<void>;
  watchKey(query: string): Promise<void>;
  /** A tag that is offered, in sight and not assigned yet. */
  findOption(): Target;
  watchPick(name: string): Promise<void>;
  takeMeasured(): Promise<number>;
  countNodes(): number;
}

const ASSIGNED = 3;
/** A list that is open shows at least so many. */
const IN_SIGHT = 5;

/** The page on which a field for tags is measured. */
export function openPicker(createPicker: CreatePicker): void {
  const place = findPlace();
  let picker = createPicker(place);

  const options = () => [...document.querySelectorAll<HTMLElement>(picker.option)].filter(isInSight);
  const chips = () => [...place.querySelectorAll(picker.chip)].map((chip) => chip.textContent ?? '');
  const isAssigned = (name: string) => chips().some((text) => text.includes(name));
  const isOpen = () => options().length >= IN_SIGHT;
  const isFound = (query: string) => {
    const found = options();
    const texts = [found[0], found.at(-1)].map((option) => nameOf(option) ?? '');
    return found.length > 0 && texts.every((text) => text.includes(query));
  };

  async function watchNext(press: 'keydown' | 'pointerdown', isDone: () => boolean, what: string) {
    if (isDone()) throw new Error(`done before anything was pressed: ${what}`);
    await watch(press, isDone, what);
  }

  offer<PickerPage>({
    mount(count, source) {
      const tags = createTags(count);
      const assigned = tags.slice(-ASSIGNED);
      place.replaceChildren();
      picker = createPicker(place);
      return timeUntilPainted(
        () => picker.mount(tags, assigned, source),
        () => chips().length >= ASSIGNED && place.querySelector(picker.trigger) !== null,
        'the field with its tags',
      );
    },
    async unmount() {
      picker.unmount();
      await paintedUntil(() => options().length === 0, 'the end of the list');
    },
    findTrigger: () => toTarget(place.querySelector<HTMLElement>(picker.trigger)),
    watchOpening: () => watchNext('pointerdown', isOpen, 'the open list'),
    watchKey: (query) => watchNext('keydown', () => isFound(query), `the tags with "${query}"`),
    findOption: () => toTarget(options().find((option) => !isAssigned(nameOf(option) ?? '')) ?? null),
    watchPick: (name) => watchNext('pointerdown', () => isAssigned(name), `the tag "${name}"`),
    takeMeasured,
    countNodes: () => document.body.getElementsByTagName('*').length,
  });
}

/** What every tag's text ends with, whatever a contestant writes around it. */
const tagName = /\w+ \w+ \d{5}/;

function nameOf(option: HTMLElement | undefined): string | undefined {
  return option?.textContent?.match(tagName)?.[0];
}

function isInSight(option: HTMLElement): boolean {
  return option.offsetHeight > 0 && nameOf(option) !== undefined;
}

function toTarget(element: HTMLElement | null): Target {
  if (!element) throw new Error('There is nothing to press.');
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + Math.min(width / 2, 60), y: top + height / 2, name: nameOf(element) ?? '' };
}
