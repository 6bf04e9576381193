import type { NodeResult } from 'axe-core';
import type { ModeName } from './modes.ts';

/** Something that axe cannot tell, and why it is well. */
interface Explanation {
  /** Why axe could not tell: the key of its message. */
  readonly key: string;
  /** Where: a selector of the element. */
  readonly at: string;
  readonly because: string;
}

const explanations: readonly Explanation[] = [
  {
    key: 'bgGradient',
    at: '.sbc-avatar-initials',
    because: 'White on both ends of each of the eight gradients is computed in tests/styles/tokens.',
  },
  {
    key: 'pseudoContent',
    at: '.sbc-tab-count',
    because: 'The pseudo element is the line under the open tab, 2 px at its lower edge, where no text is.',
  },
  {
    key: 'shortTextContent',
    at: '.sbc-avatar-initials',
    because: 'One letter is still the initial of a name; its contrast is computed with the other initials.',
  },
  {
    key: 'bgOverlap',
    at: '.story-message',
    because:
      'A message of the host, on the host’s own bubble, around the quoted ad. The card draws none of it.',
  },
  {
    key: 'emptyValue',
    at: '.sbc-combobox-input',
    because: 'Its placeholder is in the quiet ink, which is computed on each ground in tests/styles/tokens.',
  },
  {
    key: 'elmPartiallyObscuring',
    at: '.sbc-row .sbc-truncate > a *',
    because:
      'A value of more than three lines is cut: axe samples its other lines too, where the next rows are. Nothing of them is drawn, and the inks on each ground are computed in tests/styles/tokens.',
  },
  ...['bgOverlap', 'elmPartiallyObscuring'].map((key) => ({
    key,
    at: '.sbc-card:has(> .sbc-notices > .sbc-bar) *',
    because: 'The notices stick to the end of a card that scrolls. What they cover is a scroll away.',
  })),
  {
    key: 'nonBmp',
    at: '.tokens-pair',
    because: 'A sample of two colours. Their contrast is computed in tests/styles and written beside it.',
  },
  {
    key: 'nonBmp',
    at: 'kbd',
    because: 'An arrow in a table of keys has the colours of the words in the cells beside it.',
  },
];

interface Exception {
  readonly stories: RegExp;
  readonly mode: ModeName;
  readonly because: string;
}

const exceptions: readonly Exception[] = [
  {
    stories: /^Theming\/(Linen|Candy|Terminal)$/,
    mode: 'dark',
    because: 'A brand that sets its own background has one theme: the dark one would write light on it.',
  },
  {
    stories: /^Toolbars\/HostileCss$/,
    mode: 'dark',
    because: 'This host colours every heading navy, for its own white page.',
  },
  {
    stories: /^(Anatomy|StartHere|Content|Tokens)\//,
    mode: '320 px',
    because:
      'Pages of the documentation, with tables and selectors in two dimensions. Their cards are stories.',
  },
];

/** The modes that a story is not looked at in. */
export function exceptedModes(story: string): readonly ModeName[] {
  return exceptions.filter(({ stories }) => stories.test(story)).map(({ mode }) => mode);
}

/** Whether an incomplete result is one of those that were looked at. Only of the contrast: all else axe can tell. */
export function isExplained(rule: string, { any, target }: NodeResult): boolean {
  const selector = target[0];
  const element = typeof selector === 'string' ? document.querySelector(selector) : null;
  return (
    rule === 'color-contrast' &&
    any.every(({ data }) =>
      explanations.some(({ key, at }) => key === data?.messageKey && (element?.matches(at) ?? false)),
    )
  );
}
