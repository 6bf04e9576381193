import type { Person } from '../data/createPerson.ts';

export type Rows = 'variables' | 'deals';

/** A long list of one sort of rows, in a pane of 600 px. */
export interface List {
  mount(rows: Rows, person: Person): void;
  unmount(): void;
  readonly row: string;
}

export type CreateList = (place: HTMLElement) => List;
