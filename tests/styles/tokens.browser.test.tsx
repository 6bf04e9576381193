import { render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { toSrgb } from '../../src/styles/color.ts';
import type { Theme } from '../../src/styles/recipes.ts';
import { tokenPairs } from '../../src/styles/tokenPairs.ts';
import { baseColors, type ColorName, derivedColors } from '../../src/styles/tokens.ts';
import { type Brand, toPalette } from '../../src/styles/toPalette.ts';
import { toStylesheet } from '../../src/styles/toStylesheet.ts';
import { emulateMedia } from '../a11y/emulateMedia.ts';
import { brands } from './brands.ts';
import { contrastOf, type Pixel, toPixel } from './toPixel.ts';

const themes = ['light', 'dark'] as const;

afterEach(() => emulateMedia());

const white: Pixel = [255, 255, 255];
const colorNames = Object.keys({ ...baseColors, ...derivedColors });

function contrast(one: string, other: string): number {
  return contrastOf(toPixel(one), toPixel(other));
}

function toVariables(brand: Brand): Record<string, string> {
  return Object.fromEntries(Object.entries(brand).map(([name, color]) => [`--sbc-${name}`, color]));
}

/** The colours that an element of the card has, by the CSS given. */
function colorsOf(
  theme: string,
  css: Record<string, string>,
  className = '',
  data: Record<string, string> = {},
) {
  const { container } = render(
    <div className="sbc-root" data-theme={theme}>
      <span className={className} style={css} {...data}>
        x
      </span>
    </div>,
  );
  const { color, backgroundColor, backgroundImage } = getComputedStyle(
    container.querySelector('span') as Element,
  );
  return { color, backgroundColor, backgroundImage };
}

/** Without relative colours: what stands before `@supports`. */
const plainCss = toStylesheet().split('@supports')[0] ?? '';

/** Every colour of the theme as the browser has it, on a root with these variables. */
function browserPalette(theme: string, brand: Brand = {}, css = toStylesheet()): Record<string, Pixel> {
  const host = document.createElement('div');
  document.body.append(host);
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.innerHTML = `<style>${css}</style><div class="sbc-root" data-theme="${theme}"><i></i></div>`;
  for (const [name, color] of Object.entries(brand)) host.style.setProperty(`--sbc-${name}`, color);
  const element = shadow.querySelector('i') as HTMLElement;
  return Object.fromEntries(
    colorNames.map((name) => {
      element.style.color = `var(--sbc-_${name})`;
      return [name, toPixel(getComputedStyle(element).color)];
    }),
  );
}

/** The colours that the browser and we do not count alike; one step of 255 apart is a matter of rounding. */
function differences(theme: Theme, brand?: Brand): string[] {
  const ours = toPalette(theme, brand);
  return Object.entries(browserPalette(theme, brand)).flatMap(([name, pixel]) => {
    const wanted = toSrgb(ours[name as ColorName]).map((part) => Math.round(part * 255));
    const isClose = wanted.every((part, index) => Math.abs(part - (pixel[index] ?? 0)) <= 1);
    return isClose ? [] : [`${name}: ${pixel.join(' ')}, not ${wanted.join(' ')}`];
  });
}

test.each(themes)('the browser counts the %s theme as the tests of contrast do', (theme) => {
  expect(differences(theme)).toEqual([]);
});

test.each(brands)(
  'the browser counts the colours of a host as the tests of contrast do: %s',
  (_, theme, brand) => {
    expect(differences(theme, brand)).toEqual([]);
  },
);

test.each(themes)('a browser without relative colours has the contrast of the %s theme too', (theme) => {
  const palette = browserPalette(theme, {}, plainCss);
  const weak = tokenPairs.filter(({ ink, ground, least }) => {
    const [one = white, other = white] = [palette[ink], palette[ground]];
    return contrastOf(one, other) < least;
  });
  expect(weak.map(({ ink, ground }) => `${ink} on ${ground}`)).toEqual([]);
});

test('the theme of the system is the dark one where it is asked for, and else the light one', async () => {
  for (const theme of themes) {
    await emulateMedia({ 'prefers-color-scheme': theme });
    expect(browserPalette('auto')).toEqual(browserPalette(theme));
    expect(browserPalette('auto', {}, plainCss)).toEqual(browserPalette(theme, {}, plainCss));
  }
});

test.each(themes)('every status can be read in its pill in the %s theme', (theme) => {
  for (const status of ['active', 'unsubscribed', 'disabled', 'blocked']) {
    const { color, backgroundColor } = colorsOf(theme, {}, 'sbc-pill', { 'data-status': status });
    expect(contrast(color, backgroundColor), status).toBeGreaterThanOrEqual(4.5);
  }
});

const tagColors = [
  '#fff',
  '#000',
  '#ffd43b',
  '#fcc419',
  '#2f9e44',
  '#4263eb',
  '#e8590c',
  '#ff00ff',
  '#00ffff',
  '#868e96',
];

test.each(themes)('a tag of any colour can be read in the %s theme', (theme) => {
  for (const tagColor of tagColors) {
    const { color, backgroundColor } = colorsOf(theme, { '--sbc-chip-color': tagColor }, 'sbc-chip');
    expect(contrast(color, backgroundColor), tagColor).toBeGreaterThanOrEqual(4.5);
  }
});

test.each(brands)('a tag of any colour can be read on the card of a host: %s', (_, theme, brand) => {
  for (const tagColor of tagColors) {
    const css = { ...toVariables(brand), '--sbc-chip-color': tagColor };
    const { color, backgroundColor } = colorsOf(theme, css, 'sbc-root sbc-chip', { 'data-theme': theme });
    expect(contrast(color, backgroundColor), tagColor).toBeGreaterThanOrEqual(4.5);
  }
});

test('initials can be read on each of the eight tones', () => {
  for (let tone = 0; tone < 8; tone++) {
    const { color, backgroundImage } = colorsOf('light', {}, 'sbc-avatar-initials', {
      'data-tone': `${tone}`,
    });
    for (const stop of backgroundImage.match(/oklch\([^)]*\)/g) ?? []) {
      expect(contrast(color, stop), `${tone}: ${stop}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test('a host changes the theme by variables set anywhere above', () => {
  const { container } = render(
    <div style={{ '--sbc-accent': 'rgb(1, 2, 3)' } as React.CSSProperties}>
      <div className="sbc-root">
        <span style={{ color: 'var(--sbc-_accent)' }}>x</span>
      </div>
    </div>,
  );
  expect(getComputedStyle(container.querySelector('span') as Element).color).toBe('rgb(1, 2, 3)');
});
