import { type Color, parseHex } from './color.ts';
import type { Palette, Theme } from './recipes.ts';
import { baseColors, type ColorName, type DerivedColor, derivedColors } from './tokens.ts';

/** What a host sets of a theme. */
export type Brand = Partial<Readonly<Record<keyof typeof baseColors, string>>>;

/** Every colour of a theme, as a browser counts it. */
export function toPalette(theme: Theme, brand: Brand = {}): Palette & Readonly<Record<ColorName, Color>> {
  const palette: Record<string, Color> = {};
  for (const [name, color] of Object.entries({ ...baseColorsOf(theme), ...brand })) {
    palette[name] = parseHex(color);
  }
  for (const [name, { recipe }] of Object.entries<DerivedColor>(derivedColors)) {
    palette[name] = recipe.color(palette, theme);
  }
  return palette as Record<ColorName, Color>;
}

function baseColorsOf(theme: Theme): Record<string, string> {
  return Object.fromEntries(Object.entries(baseColors).map(([name, color]) => [name, color[theme]]));
}
