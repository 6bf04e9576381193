import '@fontsource/inter/400.css';
import '@fontsource/inter/500.css';
import '@fontsource/inter/600.css';
import '../src/styles/styles.css';
import '../stories/support/storyFrame.css';
import type { Preview } from '@storybook/react-vite';
import { configure } from 'storybook/test';
import { extractArgTypes, extractComponentDescription } from '../stories/support/docgen.ts';
import { StoryFrame } from '../stories/support/StoryFrame.tsx';
import { startStoryClock } from '../stories/support/storyClock.ts';

// A busy machine draws late; only a story that fails waits this long.
configure({ asyncUtilTimeout: 5_000 });

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    docs: { extractArgTypes, extractComponentDescription },
    controls: { expanded: true, sort: 'requiredFirst' },
    options: { storySort: { method: 'alphabetical', order: ['SubscriberCard', '*', 'Guides'] } },
  },
  globalTypes: {
    theme: {
      description: 'Theme',
      toolbar: { icon: 'contrast', dynamicTitle: true, items: ['light', 'dark', 'auto'] },
    },
    language: {
      description: 'Language',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'en', title: 'English' },
          { value: 'pt-BR', title: 'Português (Brasil)' },
        ],
      },
    },
    width: {
      description: 'Width of the card column',
      toolbar: {
        icon: 'ruler',
        dynamicTitle: true,
        items: [
          { value: '280', title: '280 px' },
          { value: '340', title: '340 px' },
          { value: '420', title: '420 px' },
          { value: 'full', title: 'Full width' },
        ],
      },
    },
  },
  beforeEach: [startStoryClock, drawAsInAnyPage],
  initialGlobals: { theme: 'light', language: 'en', width: '340' },
  decorators: [
    (Story, { globals, title, name, viewMode }) => (
      <StoryFrame title={title} name={name} embedded={viewMode === 'docs'} {...globals}>
        <Story />
      </StoryFrame>
    ),
  ],
};

/** A story is drawn by a browser that schedules by itself: what happens in it is not a test's to wrap in `act()`. */
function drawAsInAnyPage() {
  configure({ eventWrapper: (run) => run(), asyncWrapper: (run) => run() });
}

export default preview;
