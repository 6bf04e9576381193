import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { bannerStories, channelStories, stateStories } from './keyStories.ts';
import { nameOf } from './nameOf.ts';
import { playStory } from './playStory.ts';
import { walkStops } from './walkStops.ts';

// K3: where the focus goes it is in sight (2.4.11), and it goes as the eye does (2.4.3). The window is lower than the
// card, and the bars stick to its end.

beforeAll(async () => {
  await page.viewport(480, 480);
});
afterAll(async () => {
  await page.viewport(480, 900);
});

describe.each(['ltr', 'rtl'] as const)('%s', (dir) => {
  test.for([...channelStories, ...stateStories, ...bannerStories])(
    'each stop of %s is in sight, and after the one before',
    { timeout: 60_000 },
    async (story, { annotate }) => {
      await playStory(story);
      for (const root of document.querySelectorAll('main, .sbc-root')) root.setAttribute('dir', dir);
      const problems: string[] = [];
      let last: Place | undefined;
      const count = await walkStops(async (stop) => {
        const obstacle = findObstacle(stop);
        if (obstacle) problems.push(`${nameOf(stop)} lies under ${obstacle.className || obstacle.localName}`);
        const place = {
          name: nameOf(stop),
          box: toDocument(stop),
          isSticky: stop.closest('.sbc-notices') !== null,
        };
        if (last && !isAfter(place, last, dir)) problems.push(`${place.name} comes after ${last.name}`);
        last = place;
      });
      await annotate(`${count} stops`);
      expect(problems).toEqual([]);
    },
  );
});

interface Place {
  readonly name: string;
  readonly box: DOMRect;
  readonly isSticky: boolean;
}

function toDocument(stop: Element): DOMRect {
  const { x, y, width, height } = stop.getBoundingClientRect();
  return new DOMRect(x + window.scrollX, y + window.scrollY, width, height);
}

/** Below, or on the same line and further on. Bars at the end of the card come last, wherever they are seen. */
function isAfter(place: Place, last: Place, dir: 'ltr' | 'rtl'): boolean {
  if (place.isSticky !== last.isSticky) return place.isSticky;
  const overlap = Math.min(place.box.bottom, last.box.bottom) - Math.max(place.box.top, last.box.top);
  if (overlap < Math.min(place.box.height, last.box.height) / 3) return place.box.top > last.box.top;
  return dir === 'ltr' ? place.box.left >= last.box.left - 1 : place.box.right <= last.box.right + 1;
}

/** What is painted over the middle of a control, or near one of its corners. */
function findObstacle(stop: HTMLElement): Element | undefined {
  const { x, y, width, height } = stop.getBoundingClientRect();
  const points = [
    [0.5, 0.5],
    [0.2, 0.25],
    [0.8, 0.25],
    [0.2, 0.75],
    [0.8, 0.75],
  ] as const;
  return points
    .map(([across, down]) => paintedAt(x + width * across, y + height * down))
    .find((hit) => !(stop.contains(hit) || (hit.contains(stop) && hit !== document.documentElement)));
}

/** What the eye sees there: what is transparent waits for the pointer. */
function paintedAt(x: number, y: number): Element {
  const hits = document.elementsFromPoint(x, y);
  return hits.find((hit) => hit.checkVisibility({ opacityProperty: true })) ?? document.documentElement;
}
