import { type Color, luminance, mix, withLuminance } from './color.ts';

export type Theme = 'light' | 'dark';

/** Everything that is coloured, by its name. */
export type Palette = Readonly<Record<string, Color>>;

/** A colour that follows from others, as CSS counts it and as we do: the tests hold the two together. */
export interface Recipe {
  readonly css: (theme: Theme) => string;
  readonly color: (palette: Palette, theme: Theme) => Color;
  /** For browsers that know no relative colours; where it is missing, `css` has none. */
  readonly fallback?: (theme: Theme) => string;
}

type ByTheme<Value> = Readonly<Record<Theme, Value>>;

/** A share of one colour in the background. */
export function mixed(name: string, share: number | ByTheme<number>): Recipe {
  const shareOf = (theme: Theme) => (typeof share === 'number' ? share : share[theme]);
  return {
    css: (theme) => colorMix(name, shareOf(theme), variable('background')),
    color: (palette, theme) => mix(pick(palette, name), shareOf(theme), pick(palette, 'background')),
  };
}

/** The shade of the background that has this contrast on it, with a share of the text's own hue. */
export function ink(ratio: number, hue: number, fallback: number): Recipe {
  const shade = {
    light: relative('background', (part) => lessLight(part, `((y + 0.05) / ${ratio} - 0.05) / y`)),
    dark: relative('background', (part) => moreWhite(part, `((y + 0.05) * ${ratio} - 0.05 - y) / (1 - y)`)),
  };
  return {
    css: (theme) => colorMix('text', hue, shade[theme]),
    color: (palette, theme) => {
      const ground = pick(palette, 'background');
      const light = luminance(ground) + 0.05;
      const wanted = (theme === 'light' ? light / ratio : light * ratio) - 0.05;
      return mix(pick(palette, 'text'), hue, withLuminance(ground, wanted));
    },
    fallback: () => colorMix('text', fallback, variable('background')),
  };
}

/** A colour made as dark, or in the dark theme as light, as it must be to stand out from every ground. */
export function standingOut(name: string, limit: ByTheme<number>): Recipe {
  const shade = {
    light: relative(name, (part) => lessLight(part, `min(1, ${limit.light} / y)`)),
    dark: relative(name, (part) => moreWhite(part, `max(0, (${limit.dark} - y) / (1 - y))`)),
  };
  return {
    css: (theme) => shade[theme],
    color: (palette, theme) => {
      const color = pick(palette, name);
      const choose = theme === 'light' ? Math.min : Math.max;
      return withLuminance(color, choose(luminance(color), limit[theme]));
    },
    fallback: () => variable(name),
  };
}

/** That of black and white which has 4.5:1 on a colour. */
export function blackOrWhiteOn(name: string, fallback: ByTheme<string>): Recipe {
  return {
    css: () => relative(name, (part) => `clamp(0, (${halfway} - y) * 1000, ${white[part]})`),
    color: (palette) => (luminance(pick(palette, name)) < halfway ? [1, 1, 1] : [0, 0, 0]),
    fallback: (theme) => fallback[theme],
  };
}

/** A colour moved away from what is written on it, which stays as readable as it was. */
export function awayFrom(written: string, name: string, share: number, fallback: ByTheme<string>): Recipe {
  const opposite = relative(written, (part) => `${white[part]} - ${part}`);
  return {
    css: () => colorMix(name, share, opposite),
    color: (palette) => {
      const [red, green, blue] = pick(palette, written);
      return mix(pick(palette, name), share, [1 - red, 1 - green, 1 - blue]);
    },
    fallback: (theme) => colorMix(name, share, fallback[theme]),
  };
}

/** A derived value, as the styles use it. */
export function variable(name: string): string {
  return `var(--sbc-_${name})`;
}

/** The luminance from which black and white are equally far. */
const halfway = 0.179;

const white = { x: '0.9505', y: '1', z: '1.089' };

type Part = keyof typeof white;

function lessLight(part: Part, factor: string): string {
  return `${part} * ${factor}`;
}

function moreWhite(part: Part, share: string): string {
  return `${part} + (${white[part]} - ${part}) * ${share}`;
}

/** In XYZ, where `y` is the luminance that contrast is counted from. */
function relative(origin: string, toPart: (part: Part) => string): string {
  const parts = (['x', 'y', 'z'] as const).map((part) => `calc(${toPart(part)})`);
  return `color(from ${variable(origin)} xyz-d65 ${parts.join(' ')})`;
}

function colorMix(name: string, share: number, other: string): string {
  return share === 0
    ? other
    : `color-mix(in oklab, ${variable(name)} ${Number((share * 100).toFixed(2))}%, ${other})`;
}

function pick(palette: Palette, name: string): Color {
  const color = palette[name];
  if (!color) throw new Error(`No colour is called "${name}", or it is mixed before it is known.`);
  return color;
}
