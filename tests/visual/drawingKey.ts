/**
 * Names how this browser on this machine draws letters: the major version of Chromium, and a sum over the pixels of a
 * sample in the card's font and what stands in for it. Pictures with the same key may be compared.
 */
export async function drawingKey(sample: string): Promise<string> {
  const fonts = ['400 14px Inter', '500 13px Inter', '600 16px Inter'];
  await Promise.all(fonts.map((font) => document.fonts.load(font)));
  const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 24 * fonts.length });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser gives no canvas to draw on.');
  for (const [line, font] of fonts.entries()) {
    context.font = `${font}, system-ui, sans-serif`;
    context.fillText(sample, 4, 24 * line + 18);
  }
  let sum = 0;
  for (const part of context.getImageData(0, 0, canvas.width, canvas.height).data) {
    sum = (Math.imul(sum, 31) + part) >>> 0;
  }
  const [, major = 'unknown'] = /Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent) ?? [];
  return `chromium${major}-${sum.toString(36)}`;
}
