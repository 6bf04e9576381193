/** Red, green and blue of light itself (linear sRGB), from 0 to 1. */
export type Color = readonly [red: number, green: number, blue: number];

/** Reads `#abc` and `#aabbcc`. */
export function parseHex(hex: string): Color {
  const digits = hex.replace('#', '').replace(/^(.)(.)(.)$/, '$1$1$2$2$3$3');
  if (!/^[0-9a-f]{6}$/i.test(digits)) throw new Error(`"${hex}" is no colour: write it as #aabbcc.`);
  return mapColor([0, 2, 4], (start) => toLinear(Number.parseInt(digits.slice(start, start + 2), 16) / 255));
}

/** The nearest colour that a screen of eight bits shows. */
export function toHex(color: Color): string {
  const pairs = toSrgb(color).map((part) =>
    Math.round(part * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${pairs.join('')}`;
}

/** As CSS counts: with the curve of sRGB, from 0 to 1. */
export function toSrgb(color: Color): Color {
  return mapColor(color, (part) => fromLinear(Math.min(1, Math.max(0, part))));
}

/** How much light comes from it, from 0 (black) to 1 (white): `y` of XYZ. */
export function luminance([red, green, blue]: Color): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** What WCAG asks for: 4.5 of text, 3 of what is no text. */
export function contrast(one: Color, other: Color): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** `color-mix(in oklab, one share, other)`. */
export function mix(one: Color, share: number, other: Color): Color {
  const [from, to] = [toOklab(one), toOklab(other)];
  return fromOklab(
    mapColor([0, 1, 2], (index) => share * (from[index] ?? 0) + (1 - share) * (to[index] ?? 0)),
  );
}

/** The same hue with another luminance: darker by less light, lighter by more white. Always on the screen. */
export function withLuminance(color: Color, wanted: number): Color {
  const now = luminance(color);
  if (wanted <= now) return mapColor(color, (part) => (now === 0 ? 0 : (part * wanted) / now));
  const white = (wanted - now) / (1 - now);
  return mapColor(color, (part) => part + (1 - part) * white);
}

function toOklab([red, green, blue]: Color): Color {
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}

function fromOklab([lightness, a, b]: Color): Color {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

function toLinear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function fromLinear(part: number): number {
  return part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055;
}

function mapColor(color: Color, change: (part: number) => number): Color {
  return [change(color[0]), change(color[1]), change(color[2])];
}
