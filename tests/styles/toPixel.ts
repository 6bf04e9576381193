import { type Color, contrast, parseHex } from '../../src/styles/color.ts';

export type Pixel = readonly [red: number, green: number, blue: number];

/** A colour as the screen has it, whatever function it was written with. */
export function toPixel(color: string): Pixel {
  const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

export function contrastOf(one: Pixel, other: Pixel): number {
  const [first, second] = [one, other].map((pixel) =>
    parseHex(`#${pixel.map((part) => part.toString(16).padStart(2, '0')).join('')}`),
  ) as [Color, Color];
  return contrast(first, second);
}
