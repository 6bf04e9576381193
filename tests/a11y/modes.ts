import type { RuleObject } from 'axe-core';
import { page } from 'vitest/browser';
import { emulateMedia } from './emulateMedia.ts';

/** As large as nothing needs to be scrolled to, and nothing that sticks to an edge lies over something else. */
export const pageSize = { width: 1100, height: 4200 };

export type ModeName = 'as drawn' | 'dark' | 'right to left' | 'forced colours' | 'more contrast' | '320 px';

/** What is turned on a page that is drawn already, and turned back. */
export interface Mode {
  readonly name: ModeName;
  readonly enter: () => Promise<void>;
  readonly leave: () => Promise<void>;
  readonly rules?: RuleObject | undefined;
  /** The rules that can be broken in it and not before. Default all. */
  readonly only?: readonly string[] | undefined;
}

const still = { 'prefers-reduced-motion': 'reduce' } as const;

/** Each in which a reader may have the card. The first is as it was drawn. */
export const modes: readonly Mode[] = [
  { name: 'as drawn', enter: () => emulateMedia(still), leave: stay },
  onRoots('dark', 'data-theme', 'dark'),
  onRoots('right to left', 'dir', 'rtl'),
  {
    name: 'forced colours',
    enter: () => emulateMedia({ ...still, 'forced-colors': 'active' }),
    leave: () => emulateMedia(still),
    // Chromium says of `-webkit-text-fill-color` what it would be without the reader's palette, and axe believes it.
    // In that palette a word has the colours of the system; `forcedColors.browser.test.tsx` looks at the icons.
    rules: { 'color-contrast': { enabled: false } },
  },
  {
    name: 'more contrast',
    enter: () => emulateMedia({ ...still, 'prefers-contrast': 'more' }),
    leave: () => emulateMedia(still),
    only: ['color-contrast'],
  },
  {
    name: '320 px',
    async enter() {
      await page.viewport(320, pageSize.height);
      setGutter('0');
    },
    async leave() {
      setGutter('');
      await page.viewport(pageSize.width, pageSize.height);
    },
  },
];

async function stay(): Promise<void> {}

/** An attribute of the page that a story stands in, and of every card on it. */
function onRoots(name: ModeName, attribute: string, value: string): Mode {
  let restore = () => {};
  return {
    name,
    async enter() {
      const roots = [...document.querySelectorAll('main, .sbc-root')];
      const before = roots.map((root) => root.getAttribute(attribute));
      for (const root of roots) root.setAttribute(attribute, value);
      restore = () => {
        for (const [place, root] of roots.entries()) root.setAttribute(attribute, before[place] ?? '');
      };
    },
    async leave() {
      restore();
    },
  };
}

/** A page that is as narrow as a telephone gives all of it to the card. */
function setGutter(padding: string): void {
  const frame = document.querySelector('main');
  if (frame) frame.style.paddingInline = padding;
}
