import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { captureRegion } from './captureRegion.ts';
import { emulateMedia } from './emulateMedia.ts';
import { bannerStories, channelStories, stateStories } from './keyStories.ts';
import { nameOf } from './nameOf.ts';
import { countInk } from './pixels.ts';
import { playStory } from './playStory.ts';

// K9: in the reader's own palette every glyph and every word is still there. Axe cannot be asked: it reads the colours
// that a page wants, not those that it gets.

beforeAll(async () => {
  await page.viewport(480, 2800);
});
afterAll(async () => {
  await page.viewport(480, 900);
  await emulateMedia();
});

describe.each(['light', 'dark'] as const)('in a %s palette', (scheme) => {
  test.each([...channelStories, ...stateStories, ...bannerStories])(
    'every icon of %s can be told from what is behind it',
    { timeout: 60_000 },
    async (story) => {
      await playStory(story);
      await emulateMedia({
        'forced-colors': 'active',
        'prefers-color-scheme': scheme,
        'prefers-reduced-motion': 'reduce',
      });
      const style = document.head.appendChild(document.createElement('style'));
      style.textContent =
        '.sbc-root :is(.sbc-row-tools, .sbc-deal-tools, .sbc-chip-remove) { opacity: 1 !important }';
      const unseen: string[] = [];
      for (const [kind, control] of iconsByKind()) {
        const { x, y, width, height } = control.getBoundingClientRect();
        // Within the border of a button, which would be there without its icon.
        const edge = control instanceof HTMLElement ? 3 : 0;
        const image = await captureRegion({
          x: x + edge,
          y: y + edge,
          width: width - 2 * edge,
          height: height - 2 * edge,
        });
        if (countInk(image, 3) < 5) unseen.push(`${kind} of ${nameOf(control)}`);
      }
      style.remove();
      expect(unseen).toEqual([]);
    },
  );
});

/** One of each icon, by what it is and what it stands in. */
function iconsByKind(): ReadonlyMap<string, Element> {
  const kinds = new Map<string, Element>();
  for (const icon of document.querySelectorAll<SVGElement>('.sbc-root .sbc-icon')) {
    const control = icon.closest('button, a') ?? icon.parentElement;
    // The marks of the channels are logotypes, in their makers' colours; a word beside each says the same.
    if (!control || icon.closest('.sbc-channel-icon')) continue;
    if (!icon.checkVisibility({ opacityProperty: true }) || icon.getBoundingClientRect().width < 8) continue;
    const isAlone = control.matches('.sbc-icon-button, .sbc-chip-remove, .sbc-campaign-link');
    kinds.set(`${icon.dataset.icon} in ${control.classList[0]}`, isAlone ? control : icon);
  }
  return kinds;
}
