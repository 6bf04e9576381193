import type { StoryContext } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { refusal } from './createBackend.ts';
import { backendOf, card, marina } from './inCard.tsx';

type Play = (context: Pick<StoryContext, 'canvas' | 'canvasElement' | 'loaded'>) => Promise<void>;

/** No conversation is open: a part alone draws nothing. */
export const noSubscriber = {
  parameters: card({ subscriber: null }),
  play: async ({ canvasElement }: Parameters<Play>[0]) => {
    await expect(canvasElement.querySelector('.story-column')).toHaveTextContent('');
  },
};

/** What was read stays on the screen while it is read anew. */
export function staysWhileRead(text: string): Play {
  return async ({ canvas, canvasElement, loaded }) => {
    const { control } = backendOf(loaded);
    await canvas.findByText(text);
    const calls = control.calls.length;
    control.setDelay(Number.POSITIVE_INFINITY);
    control.emit(marina, { type: 'invalidated' });
    await waitFor(() => expect(control.calls.length).toBeGreaterThan(calls));
    await expect(canvas.getByText(text)).toBeVisible();
    await expect(canvasElement.querySelector('[aria-busy]')).toBeNull();
  };
}

/** It could not be read anew: what was read stays, and that is said. */
export function staysWhenRefreshFails(text: string): Play {
  return async ({ canvas, loaded }) => {
    const { control } = backendOf(loaded);
    await canvas.findByText(text);
    control.setFail(() => refusal('unknown'));
    control.emit(marina, { type: 'invalidated' });
    const [notice] = await canvas.findAllByText('Could not refresh. You see what was loaded before.');
    await expect(notice).toBeVisible();
    await expect(canvas.getByText(text)).toBeVisible();
  };
}
