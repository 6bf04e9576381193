import { composeStories, setProjectAnnotations } from '@storybook/react-vite';
import preview from '../../.storybook/preview.tsx';

setProjectAnnotations([preview]);

/** A story that can be played here as Storybook plays it. */
export interface PlayableStory {
  /** `TagPicker/Editing`. */
  readonly name: string;
  /** Draws it into the element, with its decorators and loaders, and plays it. */
  readonly run: (canvas: HTMLElement) => Promise<void>;
}

interface Playable {
  readonly run: (context: { readonly canvasElement: HTMLElement }) => Promise<void>;
}

type StoryModule = Parameters<typeof composeStories>[0];

const modules = import.meta.glob<StoryModule>('../../stories/*.stories.tsx', { eager: true });

/** Every story of every component. */
export const stories = composeAll();

/** The same, under other globals than those of the toolbar: a story that sets its own keeps them. */
export function composeAll(initialGlobals: Record<string, unknown> = {}): readonly PlayableStory[] {
  return Object.entries(modules).flatMap(([path, module]) => {
    const component = path.replace(/^.*\/(.*)\.stories\.tsx$/, '$1');
    const composed = composeStories(module, { initialGlobals }) as Record<string, Playable>;
    return Object.entries(composed).map(([name, story]) => ({
      name: `${component}/${name}`,
      run: (canvasElement: HTMLElement) => story.run({ canvasElement }),
    }));
  });
}
