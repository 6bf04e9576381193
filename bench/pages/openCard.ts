import { createPerson, type Person, type PersonSize, pipelines } from '../data/createPerson.ts';
import type { CreateCard } from './Card.ts';
import { createLiveEvents, type LiveEvents } from './liveEvents.ts';
import { paintedUntil, settle, timeUntilPainted } from './painted.ts';
import { findPlace, offer } from './place.ts';
import { takeMeasured, watch } from './watch.ts';

/** How many of the person's rows are in the document. */
export interface Drawn {
  readonly variables: number;
  readonly tags: number;
  readonly deals: number;
  readonly nodes: number;
}

export interface CardPage {
  startEvents: LiveEvents['start'];
  setPhase: LiveEvents['setPhase'];
  endEvents: LiveEvents['end'];
  mount(number: number, size: PersonSize, isKnown: boolean): Promise<number>;
  /** The same until also the last of the rows is painted, wherever it stands. */
  mountWhole(number: number, size: PersonSize): Promise<number>;
  show(number: number, size: PersonSize, isKnown: boolean): Promise<number>;
  change(place: number, text: string): Promise<number>;
  unmount(): Promise<void>;
  watchText(press: 'keydown' | 'pointerdown', text: string): Promise<void>;
  takeMeasured(): Promise<number>;
  countDrawn(): Drawn;
}

/** Of fewer rows than this a card is not worth its time, however long the rest of the list is. */
const IN_SIGHT = 8;

/** The page on which a card is measured. */
export function openCard(createCard: CreateCard): void {
  const place = findPlace();
  let card = createCard(place);
  let shown: Person | undefined;

  async function show(person: Person, isKnown: boolean, isDone = isShown) {
    if (isKnown) await card.prepare(person);
    const ms = await timeUntilPainted(
      () => card.show(person),
      () => isDone(place, person),
      `the card of ${person.subscriber.name}`,
    );
    shown = person;
    demandShown(place, person);
    return ms;
  }

  function renew() {
    card.unmount();
    place.replaceChildren();
    card = createCard(place);
  }

  const live = createLiveEvents(place, () => card);

  offer<CardPage>({
    startEvents: live.start,
    setPhase: live.setPhase,
    endEvents: live.end,
    mount(number, size, isKnown) {
      renew();
      return show(createPerson(number, size), isKnown);
    },
    mountWhole(number, size) {
      renew();
      return show(createPerson(number, size), true, isWholeShown);
    },
    show: (number, size, isKnown) => show(createPerson(number, size), isKnown),
    change: (number, text) =>
      timeUntilPainted(
        () => card.change(`variable-${number}`, text),
        () => has(place, text),
        `the news "${text}"`,
      ),
    async unmount() {
      renew();
      await settle();
    },
    watchText: (press, text) => watch(press, () => has(place, text), `the text "${text}"`),
    takeMeasured,
    countDrawn() {
      if (!shown) throw new Error('Nobody is shown.');
      return countDrawn(place, shown);
    },
  });
  void paintedUntil(() => true, 'the page');
}

function isShown(place: HTMLElement, { subscriber, deals }: Person): boolean {
  const step = pipelines[0]?.steps.find(({ id }) => id === deals[0]?.stepId);
  return has(
    place,
    subscriber.name,
    subscriber.variables[0]?.value,
    subscriber.tagging.tags[0]?.name,
    deals[0]?.name,
    hasInput(place, step?.name) ? undefined : step?.name,
  );
}

function isWholeShown(place: HTMLElement, person: Person): boolean {
  const { subscriber, deals } = person;
  return isShown(place, person) && has(place, subscriber.variables.at(-1)?.label, deals.at(-1)?.name);
}

function demandShown(place: HTMLElement, person: Person): void {
  const { subscriber, deals } = person;
  const drawn = countDrawn(place, person);
  const wanted = {
    variables: subscriber.variables.length,
    tags: subscriber.tagging.tags.length,
    deals: deals.length,
  };
  for (const part of ['variables', 'tags', 'deals'] as const) {
    if (drawn[part] < Math.min(IN_SIGHT, wanted[part]))
      throw new Error(`Of ${wanted[part]} ${part} only ${drawn[part]} are there.`);
  }
}

function countDrawn(place: HTMLElement, { subscriber, deals }: Person): Drawn {
  const text = place.textContent ?? '';
  const count = (names: readonly string[]) => names.filter((name) => text.includes(name)).length;
  return {
    // Of every variable the label is there; how a value is written is up to the contestant.
    variables: count(subscriber.variables.map(({ label }) => label)),
    tags: count(subscriber.tagging.tags.map(({ name }) => name)),
    deals: count(deals.map(({ name }) => name)),
    nodes: place.getElementsByTagName('*').length,
  };
}

/** Some kits write what is chosen into an input. */
function hasInput(place: HTMLElement, text: string | undefined): boolean {
  return [...place.querySelectorAll('input')].some(({ value }) => value === text);
}

function has(place: HTMLElement, ...texts: readonly unknown[]): boolean {
  const text = place.textContent ?? '';
  return texts.every((part) => part === undefined || text.includes(String(part)));
}
