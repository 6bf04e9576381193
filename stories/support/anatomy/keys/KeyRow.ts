import type { StoryContext } from '@storybook/react-vite';
import type { within } from 'storybook/test';

/** What a check has in its hands. */
export interface KeyContext extends Pick<StoryContext, 'loaded' | 'userEvent'> {
  /** Queries of the specimen. */
  readonly specimen: ReturnType<typeof within>;
}

/** A line of a keyboard table, and the proof of it: a page that says what is not so fails its story. */
export interface KeyRow {
  readonly keys: readonly string[];
  readonly where: string;
  readonly does: string;
  readonly check: (context: KeyContext) => Promise<void>;
}
