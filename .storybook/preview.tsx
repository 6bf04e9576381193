import '@fontsource/inter/400.css';
import '@fontsource/inter/500.css';
import '@fontsource/inter/600.css';
import '../stories/support/hosts/layers.css';
import '../src/styles/styles.css';
import '../stories/support/storyFrame.css';
import type { Preview } from '@storybook/react-vite';
import { configure } from 'storybook/test';
import { extractArgTypes, extractComponentDescription } from '../stories/support/docgen.ts';
import { languageItems } from '../stories/support/languages.ts';
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
    options: {
      storySort: { method: 'alphabetical', order: ['Start here', 'SubscriberCard', '*', 'Guides'] },
    },
  },
  globalTypes: {
    theme: {
      description: 'Theme',
      toolbar: { icon: 'contrast', dynamicTitle: true, items: ['light', 'dark', 'auto'] },
    },
    density: {
      description: 'Density',
      toolbar: { icon: 'listunordered', dynamicTitle: true, items: ['comfortable', 'compact'] },
    },
    language: {
      description: 'Language',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [...languageItems],
      },
    },
    direction: {
      description: 'Direction of writing',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'auto', title: 'Direction: of the language' },
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
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
    textSize: {
      description: 'Size of the text',
      toolbar: {
        icon: 'zoom',
        dynamicTitle: true,
        items: [
          { value: '100', title: 'Text 100 %' },
          { value: '125', title: 'Text 125 %' },
          { value: '200', title: 'Text 200 %' },
          { value: 'root', title: 'Host: html { font-size: 62.5% }' },
        ],
      },
    },
    host: {
      description: 'CSS of the host',
      toolbar: {
        icon: 'paintbrush',
        dynamicTitle: true,
        items: [
          { value: 'none', title: 'Host: no CSS' },
          { value: 'tailwind', title: 'Host: Tailwind preflight' },
          { value: 'bootstrap', title: 'Host: Bootstrap reset' },
          { value: 'hostile', title: 'Host: hostile CSS' },
        ],
      },
    },
    adapter: {
      description: 'How the backend behaves',
      toolbar: {
        icon: 'database',
        dynamicTitle: true,
        items: [
          { value: 'instant', title: 'Backend: instant' },
          { value: 'slow', title: 'Backend: slow (1.5 s)' },
          { value: 'failing', title: 'Backend: saving fails' },
          { value: 'offline', title: 'Backend: offline' },
          { value: 'read-only', title: 'Backend: read only' },
        ],
      },
    },
  },
  beforeEach: [startStoryClock, drawAsInAnyPage],
  initialGlobals: {
    theme: 'light',
    density: 'comfortable',
    language: 'en',
    direction: 'auto',
    width: '340',
    textSize: '100',
    host: 'none',
    adapter: 'instant',
  },
  decorators: [
    (Story, { globals, title, name, viewMode, parameters }) => (
      <StoryFrame
        title={title}
        name={name}
        embedded={viewMode === 'docs'}
        bare={parameters.frame === 'bare'}
        {...globals}
      >
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
