import { type Color, toHex, toSrgb } from './color.ts';
import type { Theme } from './recipes.ts';
import {
  baseColors,
  type ColorName,
  type Density,
  dataLightness,
  derivedColors,
  durations,
  easings,
  fontFamily,
  fontSize,
  lengths,
  numbers,
  radii,
  radius,
  ring,
  type Size,
  shadow,
  sizes,
  weights,
} from './tokens.ts';
import { toPalette } from './toPalette.ts';

/** One token of the Design Tokens Community Group's format; its type is that of its group. */
export interface DesignToken {
  readonly $value: unknown;
  readonly $description: string;
  /** The variable that holds it in CSS. */
  readonly $extensions: { readonly 'subscriber-card': { readonly variable: string } };
}

export interface DesignTokenGroup {
  readonly $description?: string;
  readonly $type?: string;
  readonly [name: string]: DesignToken | DesignTokenGroup | string | undefined;
}

/** What `tokens.json` holds: the values as they are seen, for tools that cannot mix colours or count in `em`. */
export function toDesignTokens(): DesignTokenGroup {
  return {
    $description:
      'subscriber-card. A group for each theme and each density; sizes at the default size of letters.',
    color: { $type: 'color', light: colorsOf('light'), dark: colorsOf('dark') },
    shadow: { $type: 'shadow', light: shadowOf('light'), dark: shadowOf('dark') },
    lightness: { $type: 'number', light: lightnessOf('light'), dark: lightnessOf('dark') },
    size: { $type: 'dimension', comfortable: sizesOf('comfortable'), compact: sizesOf('compact') },
    length: { $type: 'dimension', ...group(lengths, ({ px }) => pixels(px)), ...cornersOf() },
    font: {
      $type: 'fontFamily',
      ...group({ 'font-family': { says: 'letters' } }, () => fontFamily, open),
      weight: { $type: 'fontWeight', ...group(weights, ({ value }) => value) },
      leading: { $type: 'number', ...group(numbers, ({ value }) => value) },
    },
    duration: { $type: 'duration', ...group(durations, ({ ms }) => ({ value: ms, unit: 'ms' })) },
    easing: { $type: 'cubicBezier', ...group(easings, ({ points }) => points) },
  };
}

function colorsOf(theme: Theme): DesignTokenGroup {
  const palette = toPalette(theme);
  const value = (_: unknown, name: string) => toColor(palette[name as ColorName]);
  return {
    ...group(baseColors, value, open),
    ...group(derivedColors, value),
    ...group({ ring: { says: 'around a field that has the focus' } }, () => toColor(palette.mark, ring)),
  };
}

function shadowOf(theme: Theme): DesignTokenGroup {
  const { text } = toPalette(theme);
  const layers = shadow.map(({ y, blur, spread, color, alpha }) => ({
    color: toColor(color === 'text' ? text : [0, 0, 0], alpha[theme]),
    offsetX: pixels(0),
    offsetY: pixels(y),
    blur: pixels(blur),
    spread: pixels(spread),
  }));
  return group({ shadow: { says: 'below what floats' } }, () => layers);
}

function lightnessOf(theme: Theme): DesignTokenGroup {
  const names = { 'data-lightness': { says: 'of the name of a tag, whatever its colour: L of OKLCH' } };
  return group(names, () => dataLightness[theme]);
}

function sizesOf(density: Density): DesignTokenGroup {
  const letters = { 'font-size': { says: 'the size that all others are counted from' } };
  return {
    ...group(letters, () => pixels(fontSize[density]), open),
    ...group<Size>(sizes, ({ comfortable, compact }) => {
      if (density === 'comfortable') return pixels(comfortable);
      return pixels(compact ?? (comfortable * fontSize.compact) / fontSize.comfortable);
    }),
  };
}

function cornersOf(): DesignTokenGroup {
  return {
    ...group({ radius: { says: 'corners of boxes' } }, () => pixels(radius), open),
    ...group(radii, ({ part }) => pixels(radius * part)),
  };
}

function group<Token extends { readonly says: string }>(
  tokens: Readonly<Record<string, Token>>,
  toValue: (token: Token, name: string) => unknown,
  toVariable = (name: string) => `--sbc-_${name}`,
): Record<string, DesignToken> {
  return Object.fromEntries(
    Object.entries(tokens).map(([name, token]) => [
      name,
      {
        $value: toValue(token, name),
        $description: token.says,
        $extensions: { 'subscriber-card': { variable: toVariable(name) } },
      },
    ]),
  );
}

/** The variable of what a host sets. */
function open(name: string): string {
  return `--sbc-${name}`;
}

function toColor(color: Color, alpha = 1) {
  const components = toSrgb(color).map((part) => Number(part.toFixed(4)));
  return { colorSpace: 'srgb', components, alpha, hex: toHex(color) };
}

function pixels(value: number) {
  return { value: Number(value.toFixed(2)), unit: 'px' };
}
