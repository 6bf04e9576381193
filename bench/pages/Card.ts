import type { Person } from '../data/createPerson.ts';

/** What every contestant can do with a card, whatever it is made of. */
export interface Card {
  /** The page has seen this person before. */
  prepare(person: Person): Promise<void>;
  /** The first call mounts the card; a later one shows somebody else in it. */
  show(person: Person): void;
  /** News from elsewhere about the person shown. */
  change(key: string, text: string): void;
  unmount(): void;
}

export type CreateCard = (place: HTMLElement) => Card;
