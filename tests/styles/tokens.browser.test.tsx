import { render } from '@testing-library/react';
import { expect, test } from 'vitest';

const themes = ['light', 'dark'];

/** A colour as the screen has it, whatever function it was written with. */
function toPixel(color: string): [number, number, number] {
  const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

function luminance(color: string): number {
  const [red, green, blue] = toPixel(color).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
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

test.each(themes)('every ink can be read on every ground of the %s theme', (theme) => {
  for (const ink of ['text', 'muted', 'faint', 'good', 'warn', 'bad']) {
    for (const ground of ['background', 'hover', 'raised']) {
      const { color, backgroundColor } = colorsOf(theme, {
        color: `var(--sbc-_${ink})`,
        background: `var(--sbc-_${ground})`,
      });
      expect(contrast(color, backgroundColor), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
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

test.each(['#3b5bdb', '#8da2fb', '#ffd43b', '#111', '#e11d48', '#16a34a', '#0ea5e9', '#f97316'])(
  'the text of the main button can be read on a host’s accent %s',
  (accent) => {
    const { color, backgroundColor } = colorsOf(
      'light',
      { '--sbc-accent': accent, color: 'var(--sbc-_on-accent)', background: 'var(--sbc-_accent)' },
      'sbc-root',
    );
    expect(contrast(color, backgroundColor)).toBeGreaterThanOrEqual(4.5);
  },
);

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
