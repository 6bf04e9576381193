import { cdp } from 'vitest/browser';
import { settled } from './settled.ts';
import { stories } from './stories.ts';

/** Draws a story and plays it to its end. */
export async function playStory(name: string): Promise<void> {
  const story = stories.find((it) => it.name === name);
  if (!story) throw new Error(`There is no story ${name}.`);
  // Where another test has left it, a row would be hovered.
  await cdp().send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: 0, y: 0 });
  await story.run(document.body.appendChild(document.createElement('div')));
  await settled();
}
