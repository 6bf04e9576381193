import { afterAll, beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { captureRegion, type Region } from './captureRegion.ts';
import { emulateMedia } from './emulateMedia.ts';
import { nameOf } from './nameOf.ts';
import { contrastAt } from './pixels.ts';
import { playStory } from './playStory.ts';
import { ringedBox, walkStops } from './walkStops.ts';

// K3: axe says nothing of a control whose focus cannot be seen. Here the pixels around each are compared.

/** What appears with the focus is there already, so that only the ring makes a difference. */
const revealed = `.sbc-row-tools, .sbc-deal-tools, .sbc-chip-remove, .sbc-crm-fold,
  .sbc-contact-point > .sbc-icon-button { opacity: 1 !important }`;

const style = document.createElement('style');
style.textContent = revealed;

beforeAll(async () => {
  document.head.append(style);
  await page.viewport(480, 1800);
});
afterAll(async () => {
  style.remove();
  await page.viewport(480, 900);
  await emulateMedia();
});

const still = { 'prefers-reduced-motion': 'reduce' } as const;
const themes = {
  light: () => emulateMedia(still),
  dark: () => emulateMedia(still),
  forced: () => emulateMedia({ ...still, 'forced-colors': 'active' }),
};

const everywhere = Object.keys(themes) as readonly (keyof typeof themes)[];
const shown: readonly (readonly [story: string, themes: readonly (keyof typeof themes)[]])[] = [
  ['SubscriberCard/Instagram', everywhere],
  ['SubscriberCard/TelegramGroup', everywhere],
  ['SubscriberCard/Telegram', ['light']],
  ['SubscriberCard/Messenger', ['light']],
  ['SubscriberCard/WhatsApp', ['light']],
  ['SubscriberCard/Viber', ['light']],
  ['SubscriberCard/TikTok', ['light']],
  ['SubscriberCard/LiveChat', ['light']],
  ['VariableEditor/Editing', everywhere],
  ['VariableEditor/ChangedElsewhere', everywhere],
  ['VariableEditor/SaveFailed', everywhere],
  ['DealList/InvalidValue', everywhere],
  ['ContactForm/Editing', everywhere],
  ['TagPicker/Editing', everywhere],
  ['SubscriberCard/SignedOut', ['light']],
  ['SubscriberCard/DraftsNotKept', ['light']],
];
const walks = shown.flatMap(([story, inThemes]) => inThemes.map((theme) => ({ story, theme })));

test.for(walks)(
  'the focus is seen on each stop of $story, $theme',
  { timeout: 60_000 },
  async ({ story, theme }, { annotate }) => {
    await playStory(story);
    for (const root of document.querySelectorAll('main, .sbc-root')) {
      root.setAttribute('data-theme', theme === 'dark' ? 'dark' : 'light');
    }
    await themes[theme]();

    const unseen: string[] = [];
    let last: { readonly stop: HTMLElement; readonly name: string; readonly image: ImageData } | undefined;
    async function compareLast() {
      if (!last?.stop.isConnected) return;
      const { stop, name, image } = last;
      const ring = ringPixels(image, await captureRegion(around(stop)));
      const { width, height } = ringedBox(stop).getBoundingClientRect();
      if (ring !== null && ring < width + height)
        unseen.push(`${name}: ${ring} of ${Math.round(width + height)} px`);
    }
    const count = await walkStops(async (stop) => {
      await compareLast();
      last = { stop, name: nameOf(stop), image: await captureRegion(around(stop)) };
    });
    await compareLast();
    await annotate(`${count} stops`);
    expect(unseen).toEqual([]);
  },
);

const REACH = 5;

function around(stop: HTMLElement): Region {
  const { x, y, width, height } = ringedBox(stop).getBoundingClientRect();
  return {
    x: Math.max(0, Math.floor(x) - REACH),
    y: Math.max(0, Math.floor(y) - REACH),
    width: Math.ceil(width) + 2 * REACH,
    height: Math.ceil(height) + 2 * REACH,
  };
}

/** How many pixels at the edge of a control have changed by 3:1; `null` where its size has changed, too. */
function ringPixels(one: ImageData, other: ImageData): number | null {
  if (one.width !== other.width || one.height !== other.height) return null;
  let count = 0;
  const inner = 2 * REACH;
  for (let y = 0; y < one.height; y += 1) {
    for (let x = 0; x < one.width; x += 1) {
      const isInside = x >= inner && y >= inner && x < one.width - inner && y < one.height - inner;
      if (!isInside && contrastAt(one, other, 4 * (y * one.width + x)) >= 3) count += 1;
    }
  }
  return count;
}
