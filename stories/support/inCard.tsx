import type { Decorator, StoryContext } from '@storybook/react-vite';
import type { SubscriberRef } from '../../src/model/subscriber.ts';
import { inMode } from './adapterModes.ts';
import { CardStory, type CardStoryProps } from './CardStory.tsx';
import { type Backend, type BackendOptions, createBackend } from './createBackend.ts';

export interface CardOptions extends Omit<CardStoryProps, 'adapter' | 'subscriber' | 'children'> {
  /** Default: {@link marina}. */
  readonly subscriber?: SubscriberRef | null;
  readonly backend?: BackendOptions;
}

/** Has something of everything. */
export const marina: SubscriberRef = { id: 'marina' };

/** The `parameters` of a story about another subscriber, another backend or another host. */
export function card(options: CardOptions): { card: CardOptions } {
  return { card: options };
}

/** Makes a new backend each time the story is drawn, in the mode of the toolbar. */
export function loadBackend({ parameters, globals }: Pick<StoryContext, 'parameters' | 'globals'>): {
  backend: Backend;
} {
  const { backend = {} }: CardOptions = parameters.card ?? {};
  return { backend: createBackend(inMode(backend, globals.adapter ?? 'instant')) };
}

/** Puts a part on a card of its own, over the backend of {@link loadBackend}. */
export const inCard: Decorator = (Story, { parameters, loaded, globals }) => {
  const { subscriber = marina, backend: _, ...props }: CardOptions = parameters.card ?? {};
  return (
    <CardStory key={globals.adapter} {...props} adapter={backendOf(loaded)} subscriber={subscriber}>
      <Story />
    </CardStory>
  );
};

/** The backend of a story, for its play function. */
export function backendOf(loaded: Record<string, unknown>): Backend {
  return loaded.backend as Backend;
}
