import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { mountSubscriberCard } from '../../src/element/mountSubscriberCard.tsx';
import { aSubscriber, aVariable } from '../support/fixtures.ts';

const marina = { id: 'marina', channel: 'instagram' };

function aBackend() {
  return createMemoryAdapter({
    subscribers: [
      aSubscriber({ variables: [aVariable()] }),
      aSubscriber({ id: 'bea', name: 'Beatriz Lima', variables: [aVariable()] }),
    ],
  });
}

const place = () => document.body.appendChild(document.createElement('main'));
const heading = (name: string) => screen.findByRole('heading', { name });

test('draws the card into an element, and changes only what it is told to', async () => {
  const adapter = aBackend();
  const element = place();
  const onEvent = vi.fn();
  const mounted = mountSubscriberCard(element, { adapter, subscriber: marina, theme: 'dark', onEvent });
  await heading('Marina Oliveira');
  mounted.update({ subscriber: { id: 'bea', channel: 'instagram' } });
  await heading('Beatriz Lima');
  expect(element.querySelector('.sbc-card')).toHaveAttribute('data-theme', 'dark');
  await userEvent.click(screen.getByRole('button', { name: 'Edit Plan' }));
  await userEvent.keyboard('pro{Enter}');
  await waitFor(() => expect(onEvent).toHaveBeenCalledOnce());
  mounted.unmount();
  expect(element.childNodes).toHaveLength(0);
});

test('shows that no conversation is open until it has a subscriber', async () => {
  const mounted = mountSubscriberCard(place(), { adapter: aBackend() });
  expect(await screen.findByRole('complementary')).toHaveAttribute('data-status', 'none');
  mounted.unmount();
});

test('says what is missing where it has no adapter', () => {
  const element = place();
  expect(() => mountSubscriberCard(element, { subscriber: marina })).toThrow(
    'mountSubscriberCard needs an `adapter` or a `client` among its options.',
  );
  expect(element.childNodes).toHaveLength(0);
});
