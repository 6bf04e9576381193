import type { Tag } from 'subscriber-card';

/** What every contestant can do with a field for tags. */
export interface Picker {
  /** A field with the assigned tags in it, closed. */
  mount(tags: readonly Tag[], assigned: readonly Tag[], source: TagSource): void;
  unmount(): void;
  /** Where the operator presses to open it. */
  readonly trigger: string;
  readonly option: string;
  readonly chip: string;
}

/** Whether the page has all tags, or asks a server for those that match. */
export type TagSource = 'page' | 'server';

export type CreatePicker = (place: HTMLElement) => Picker;
