import { render, waitFor, within } from '@testing-library/react';
import { createPortal } from 'react-dom';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createDemoData, createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import { SubscriberCardProvider } from '../../src/provider/SubscriberCardProvider.tsx';
import unlayered from '../../src/styles/styles.unlayered.css?inline';

const marina = { id: 'marina', channel: 'instagram' };

/** A host draws into a frame of its own, as many email and chat widgets do: the card runs in the one realm, its elements live in the other. */
async function openFrame() {
  const frame = document.body.appendChild(document.createElement('iframe'));
  frame.style.cssText = 'inline-size: 380px; block-size: 800px; border: 0';
  const inside = frame.contentDocument!;
  inside.head.append(Object.assign(inside.createElement('style'), { textContent: unlayered }));
  const adapter = createMemoryAdapter(createDemoData());
  render(
    createPortal(
      <SubscriberCardProvider adapter={adapter} timeZone="UTC">
        <SubscriberCard subscriber={marina} />
      </SubscriberCardProvider>,
      inside.body,
    ),
  );
  const card = within(inside.body);
  await card.findByRole('heading', { name: 'Marina Oliveira' });
  return { card, inside, adapter, frame: page.frameLocator(page.elementLocator(frame)) };
}

const storedIn = (adapter: ReturnType<typeof createMemoryAdapter>, key: string) =>
  adapter.control.server.subscriber(marina)?.variables.find((variable) => variable.key === key)?.value;

test('an edit is saved by keyboard, and the focus goes back to its pencil', async () => {
  const { card, inside, adapter, frame } = await openFrame();
  await userEvent.click(frame.getByRole('button', { name: 'Edit Dress size' }));
  const field = await card.findByRole<HTMLInputElement>('textbox', { name: 'Dress size' });
  await waitFor(() => expect(inside.activeElement).toBe(field));
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length]);
  await userEvent.keyboard('XS{Enter}');
  await waitFor(() => expect(storedIn(adapter, 'dress_size')).toBe('XS'));
  await waitFor(() =>
    expect(inside.activeElement).toBe(card.getByRole('button', { name: 'Edit Dress size' })),
  );
});

test('Ctrl+Z in a field takes back the typing and no saved change', async () => {
  const { card, adapter, frame } = await openFrame();
  await userEvent.click(frame.getByRole('button', { name: 'Edit Dress size' }));
  await card.findByRole('textbox', { name: 'Dress size' });
  await userEvent.keyboard('XS{Enter}');
  await card.findByRole('button', { name: 'Undo' });
  await userEvent.click(frame.getByRole('button', { name: 'Edit Orders' }));
  await card.findByRole('textbox', { name: 'Orders' });
  await userEvent.keyboard('77{Control>}z{/Control}');
  expect(storedIn(adapter, 'dress_size')).toBe('XS');
  expect(card.getByRole('textbox', { name: 'Orders' })).toBeVisible();
});

test('a tag is picked from a list over the frame, and pressing elsewhere closes it', async () => {
  const { card, inside, adapter, frame } = await openFrame();
  await userEvent.click(frame.getByRole('combobox', { name: 'Add tag' }));
  const option = await card.findByRole('option', { name: 'Returning' });
  const { left, top, width, height } = option.getBoundingClientRect();
  expect(option.contains(inside.elementFromPoint(left + width / 2, top + height / 2))).toBe(true);
  await userEvent.click(frame.getByRole('option', { name: 'Returning' }));
  const tags = () => adapter.control.server.subscriber(marina)?.tagging.tags.map(({ name }) => name);
  await waitFor(() => expect(tags()).toContain('Returning'));
  await userEvent.click(frame.getByRole('heading', { name: 'Marina Oliveira' }));
  await waitFor(() => expect(card.queryByRole('option')).toBeNull());
});

test('pressing elsewhere in the frame saves what was typed', async () => {
  const { card, adapter, frame } = await openFrame();
  await userEvent.click(frame.getByRole('button', { name: 'Edit Dress size' }));
  await card.findByRole('textbox', { name: 'Dress size' });
  await userEvent.keyboard('XS');
  await userEvent.click(frame.getByRole('heading', { name: 'Marina Oliveira' }));
  await waitFor(() => expect(storedIn(adapter, 'dress_size')).toBe('XS'));
});

test('the focus of what goes away is given to what stands nearest', async () => {
  const { card, inside, frame } = await openFrame();
  const chip = (await card.findAllByRole('button', { name: /^Remove tag/ }))[0]!;
  chip.focus();
  await userEvent.click(frame.getByRole('button', { name: chip.ariaLabel! }));
  await waitFor(() => expect(chip.isConnected).toBe(false));
  await waitFor(() => expect(inside.activeElement).not.toBe(inside.body));
});
