import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, server } from 'vitest/browser';
import { drawingKey } from './drawingKey.ts';
import { drawPicture } from './drawPicture.ts';
import { pictures } from './pictures.ts';

// What the key stories look like is in the folder beside this file, under the key of the browser that drew it; a browser
// that draws letters otherwise has a key of its own, and where it has no pictures it says so and compares nothing. After
// a wanted change, `npx vitest run --project visual --update` draws anew: look at what has changed.

const baselines = new Set(
  Object.keys(import.meta.glob('./baselines/**/*.png')).map((path) => path.replace('./baselines/', '')),
);
const isUpdate = server.config.snapshotOptions.updateSnapshot === 'all';

/** Letters of the picture that the card's font lacks: other machines have others for them. */
const samples: Record<string, string> = { ar: 'نورة العتيبي 966' };

const still = document.createElement('style');
still.textContent = '*, ::before, ::after { transition: none !important; animation: none !important; }';

beforeEach(async () => {
  document.head.append(still);
  await page.viewport(500, 1700);
});

afterEach(async () => {
  still.remove();
  await page.viewport(480, 900);
});

test.for(pictures)('$name looks as it did', async (picture, { skip }) => {
  const key = await drawingKey(samples[picture.globals?.language ?? ''] ?? 'Marina Oliveira, R$1,280.00 @');
  const name = `${key}/${picture.name}`;
  if (!isUpdate && !baselines.has(`${name}.png`)) skip(`no baseline of a browser that draws as ${key}`);
  const element = await drawPicture(picture);
  await expect(page.elementLocator(element)).toMatchScreenshot(name, {
    comparatorName: 'pixelmatch',
    comparatorOptions: { threshold: 0.01, allowedMismatchedPixels: 6 },
  });
});
