import { composeStory, setProjectAnnotations } from '@storybook/react-vite';
import { vi } from 'vitest';
import preview from '../../.storybook/preview.tsx';
import type { Picture } from './pictures.ts';

type ComposeParameters = Parameters<typeof composeStory>;
type StoryModule = Record<string, ComposeParameters[0]> & { readonly default: ComposeParameters[1] };

const modules = import.meta.glob<StoryModule>('../../stories/*.stories.tsx', { eager: true });

setProjectAnnotations([preview]);

/** Plays the story of a picture in the page, waits until nothing moves, and returns what is looked at. */
export async function drawPicture(picture: Picture): Promise<Element> {
  const { story, width = 340, globals, isStill, page } = picture;
  const [component, name = ''] = story.split('/');
  const module = modules[`../../stories/${component}.stories.tsx`];
  const annotations = module?.[name];
  if (!module || !annotations) throw new Error(`There is no story ${story}.`);
  const Story = composeStory(
    isStill ? { ...annotations, play: async () => {} } : annotations,
    module.default,
    { initialGlobals: { ...preview.initialGlobals, ...globals, width: String(width) } },
    name,
  );
  const canvasElement = document.body.appendChild(document.createElement('div'));
  await Story.run({ canvasElement });

  const frame = canvasElement.querySelector<HTMLElement>('.story-page');
  const column = frame?.querySelector<HTMLElement>('.story-column');
  if (!frame || !column) throw new Error(`${story} stands in no frame.`);
  if (!story.endsWith('/Loading')) {
    await vi.waitUntil(
      () => column.querySelector('[data-status=loading], [aria-busy=true], .sbc-skeleton') === null,
    );
  }
  await document.fonts.ready;
  if (page === undefined) return column;
  Object.assign(frame.style, { minBlockSize: '0', blockSize: `${page}px`, inlineSize: `${width + 48}px` });
  return frame;
}
