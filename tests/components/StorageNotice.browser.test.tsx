import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { aBackend, bea, button, heading, renderCard } from '../catalogue/renderCard.tsx';
import { createTestStorage } from '../support/createTestStorage.ts';
import { storedValue, typeInto } from '../support/variableRows.tsx';

const bar = () => document.querySelector('.sbc-bar');

test('says once that drafts do not outlive a reload, until the operator knows', async () => {
  const { storage, fail } = createTestStorage();
  fail(new Error('full'));
  const backend = aBackend();
  const { show } = renderCard(backend, { persist: { storage, scope: 'account' } });
  await typeInto('Plan', 'pro');
  await waitFor(() => expect(bar()).toHaveTextContent('Drafts are not kept on reload'));
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(storedValue(backend, 'plan', 'ann')).toBe('pro'));
  show(bea);
  await heading('Bea Stone');
  expect(bar()).toHaveTextContent('Drafts are not kept on reload');
  await userEvent.click(await button('Dismiss'));
  await typeInto('Plan', 'team');
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(storedValue(backend, 'plan', 'bea')).toBe('team'));
  expect(screen.queryByText(/^Drafts are not kept/, { ignore: '[aria-live]' })).toBeNull();
});

test('is silent where the storage works', async () => {
  renderCard(aBackend(), { persist: { storage: createTestStorage().storage, scope: 'account' } });
  await typeInto('Plan', 'pro');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(bar()).toBeNull();
});
