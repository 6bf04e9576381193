import { paintedUntil, settle, took } from './painted.ts';

let measured: Promise<number> | undefined;

/** From the next press of the operator on, until what it leads to has been painted. */
export async function watch(
  press: 'keydown' | 'pointerdown',
  isDone: () => boolean,
  what: string,
): Promise<void> {
  await settle();
  measured = new Promise((resolve, reject) => {
    const begin = () => {
      const began = performance.now();
      paintedUntil(isDone, what).then((now) => resolve(took(began, now)), reject);
    };
    window.addEventListener(press, begin, { capture: true, once: true });
  });
}

export function takeMeasured(): Promise<number> {
  if (!measured) throw new Error('Nothing was watched.');
  return measured;
}
