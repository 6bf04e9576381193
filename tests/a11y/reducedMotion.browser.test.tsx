import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { emulateMedia } from './emulateMedia.ts';
import { ann, createBackend, openChat } from './openChat.tsx';

// K10: who asks for less motion gets none. Each action is followed by a moment, and then nothing moves.

beforeEach(() => emulateMedia({ 'prefers-reduced-motion': 'reduce' }));
afterEach(() => emulateMedia());

async function expectStill(action: string) {
  await new Promise((resolve) => setTimeout(resolve, 50));
  const moving = document.getAnimations().map((animation) => {
    const { target } = (animation.effect ?? {}) as { readonly target?: Element };
    return `${action}: ${target?.className ?? 'something'}`;
  });
  expect(moving).toEqual([]);
}

const button = (name: string) => screen.getByRole('button', { name });

test('nothing moves while it loads', async () => {
  const backend = createBackend();
  backend.control.setDelay(Number.POSITIVE_INFINITY);
  openChat(backend);
  expect(document.querySelector('.sbc-skeleton')).not.toBeNull();
  await expectStill('loading');
});

test('nothing moves after any action', async () => {
  const backend = createBackend();
  openChat(backend);
  await screen.findByRole('article', { name: 'Wedding guest dress' });
  await expectStill('shown');
  const bruno = backend.control.actAs('Bruno');

  const actions: readonly (readonly [action: string, act: () => unknown])[] = [
    ['a colleague changes a value', () => bruno.setVariable(ann, 'email', 'ann@b.co')],
    ['hovering a row', () => userEvent.hover(screen.getByText('free'))],
    ['editing', () => userEvent.click(button('Edit Plan'))],
    ['saving', () => userEvent.keyboard('team{Enter}')],
    ['offering to undo', () => screen.findByRole('button', { name: 'Undo' })],
    ['folding', () => userEvent.click(button('Variables'))],
    ['unfolding', () => userEvent.click(button('Variables'))],
    ['opening the tags', () => userEvent.click(screen.getByRole('combobox', { name: 'Add tag' }))],
    ['picking a tag', async () => userEvent.click(await screen.findByRole('option', { name: 'Spring' }))],
    ['closing the tags', () => userEvent.keyboard('{Escape}')],
    ['opening the contact', () => userEvent.click(screen.getByRole('tab', { name: 'Contact' }))],
    ['opening the deals', () => userEvent.click(screen.getByRole('tab', { name: 'Deals' }))],
    ['adding a deal', () => userEvent.click(button('Add deal'))],
    ['opening a select', () => userEvent.click(screen.getByLabelText('Step'))],
    ['closing it', () => userEvent.keyboard('{Escape}')],
    ['folding the CRM', () => userEvent.click(button('CRM'))],
  ];
  for (const [action, act] of actions) {
    await act();
    await expectStill(action);
  }
});

test('nothing moves while a save is on its way, waits or has failed', async () => {
  const backend = createBackend();
  openChat(backend);
  await screen.findByText('free');
  backend.control.failNext('setVariable', new AdapterError('unknown', 'Refused by the test.'));
  await userEvent.click(button('Edit Plan'));
  await userEvent.keyboard('team{Enter}');
  await screen.findByRole('button', { name: 'Retry' });
  await expectStill('failed');

  backend.control.setDelay(Number.POSITIVE_INFINITY);
  await userEvent.click(button('Retry'));
  await waitFor(() => expect(document.querySelector('.sbc-row[data-pending]')).not.toBeNull());
  await expectStill('pending');
});
