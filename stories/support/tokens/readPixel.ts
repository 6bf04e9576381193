const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
const context = canvas.getContext('2d', { willReadFrequently: true });

/** A colour as the screen shows it, in `#rrggbb`, whatever function it is written with. */
export function readPixel(color: string): string {
  if (!context) throw new Error('This browser gives no canvas to draw on.');
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const parts = [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
