import { cdp } from 'vitest/browser';

export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the screen shows there, pixel by pixel. The region is in the page of the test. */
export async function captureRegion(region: Region): Promise<ImageData> {
  // The page of a test is a frame in the page that the browser knows, and may be drawn smaller there.
  const frame = window.frameElement?.getBoundingClientRect();
  const scale = frame ? frame.width / window.innerWidth : 1;
  const clip = {
    x: (frame?.x ?? 0) + region.x * scale,
    y: (frame?.y ?? 0) + region.y * scale,
    width: region.width * scale,
    height: region.height * scale,
    scale: 1 / scale,
  };
  const { data } = await cdp().send('Page.captureScreenshot', { format: 'png', clip });
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height);
}
