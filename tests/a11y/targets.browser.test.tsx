import { afterAll, beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { bannerStories, channelStories, stateStories } from './keyStories.ts';
import { nameOf } from './nameOf.ts';
import { playStory } from './playStory.ts';

// K4: what can be pressed is 24 by 24 pixels (2.5.8), with its own box or with what belongs to it around that.

beforeAll(async () => {
  await page.viewport(480, 1800);
});
afterAll(async () => {
  await page.viewport(480, 900);
});

test.each([...channelStories, ...stateStories, ...bannerStories])(
  'every control of %s is large enough, in both densities and three widths',
  { timeout: 60_000 },
  async (story) => {
    await playStory(story);
    const frame = document.querySelector('main');
    if (frame) frame.style.padding = '20px';
    const column = document.querySelector<HTMLElement>('.story-column');
    if (!column) throw new Error('The frame of the stories has no column.');
    const problems = new Set<string>();
    for (const density of ['comfortable', 'compact']) {
      for (const root of document.querySelectorAll('.sbc-root')) root.setAttribute('data-density', density);
      for (const width of [280, 340, 420]) {
        column.style.inlineSize = `${width}px`;
        await new Promise(requestAnimationFrame);
        for (const control of findSmall()) problems.add(`${density}, ${width} px: ${control}`);
      }
    }
    expect([...problems]).toEqual([]);
  },
);

test('K4: a control that is too small is found, and one with enough around it is not', () => {
  document.body.innerHTML = `
    <style>
      .sbc-root { padding: 40px }
      .sbc-root button { inline-size: 12px; block-size: 12px; padding: 0; margin: 20px; position: relative }
      .large::after { content: ''; position: absolute; inset: -8px }
    </style>
    <div class="sbc-root"><button aria-label="Small"></button><button class="large" aria-label="Large"></button></div>`;
  expect(findSmall()).toEqual(['Small: 12 × 12']);
});

const SIZE = 24;
/** Nothing is measured more exactly. */
const STEP = 0.5;
const controls = 'a[href], button, input, select, textarea, summary, [role=option], [role=tab]';

function findSmall(): readonly string[] {
  const found: string[] = [];
  for (const control of document.querySelectorAll<HTMLElement>(`.sbc-root :is(${controls})`)) {
    const { width } = control.getBoundingClientRect();
    if (width === 0 || control.closest('[aria-hidden=true]') || control.tabIndex < 0) continue;
    const target = toTarget(control);
    if (Math.min(target.width, target.height) > SIZE - STEP - 0.1) continue;
    found.push(`${nameOf(control)}: ${Math.round(target.width)} × ${Math.round(target.height)}`);
  }
  return found;
}

/** The box of a control with what is pressed in its place: around it, its label and the field it stands in. */
function toTarget(control: HTMLElement): { readonly width: number; readonly height: number } {
  const { x, y, width, height } = control.getBoundingClientRect();
  const [middle, centre] = [x + width / 2, y + height / 2];
  const reaches = (across: number, down: number) => {
    const hit = document.elementFromPoint(across, down);
    return (
      hit !== null && (control.contains(hit) || hit.closest('.sbc-combobox')?.contains(control) === true)
    );
  };
  return {
    width: Math.max(
      width,
      reach((by) => reaches(middle - by, centre)) + reach((by) => reaches(middle + by, centre)),
    ),
    height: Math.max(
      height,
      reach((by) => reaches(middle, centre - by)) + reach((by) => reaches(middle, centre + by)),
    ),
  };
}

/** How far one can go from the middle and still press the same. */
function reach(isThere: (by: number) => boolean): number {
  let by = 0;
  while (by < SIZE && isThere(by + STEP)) by += STEP;
  return by;
}
