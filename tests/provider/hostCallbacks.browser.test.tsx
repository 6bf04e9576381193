import { screen, waitFor } from '@testing-library/react';
import type { MouseEvent } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import { VariableEditor } from '../../src/components/VariableEditor.tsx';
import { aVariable } from '../support/fixtures.ts';
import { marina, renderPart } from '../support/renderPart.tsx';
import { adapterWith, findPencil, storedValue, typeInto } from '../support/variableRows.tsx';

// What the host gives us may break; what we do goes on, and it is said once.

function broken(): never {
  throw new Error('a callback of the host is broken');
}

const escaped = vi.fn();
let log = vi.spyOn(console, 'error');

beforeEach(() => {
  escaped.mockClear();
  log = vi.spyOn(console, 'error').mockImplementation(() => {});
  window.addEventListener('error', escaped);
});

afterEach(() => {
  window.removeEventListener('error', escaped);
  vi.restoreAllMocks();
});

test('onEvent and onError: the change is saved', async () => {
  const adapter = adapterWith([aVariable()]);
  renderPart(<VariableEditor />, adapter, { onEvent: broken, onError: broken });
  await typeInto('Plan', 'pro');
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(storedValue(adapter, 'plan')).toBe('pro'));
  await waitFor(() => expect(log).toHaveBeenCalledTimes(1));
  expect(escaped).not.toHaveBeenCalled();
});

test('onOpenSectionsChange: the section folds', async () => {
  const card = <SubscriberCard subscriber={marina} onOpenSectionsChange={broken} />;
  renderPart(card, adapterWith([aVariable()]));
  await findPencil('Plan');
  await userEvent.click(screen.getByRole('button', { name: 'Variables' }));
  await waitFor(() => expect(screen.queryByText('Plan')).toBeNull());
  expect(log).toHaveBeenCalledTimes(1);
  expect(escaped).not.toHaveBeenCalled();
});

test('onNavigate: nothing reaches the page', async () => {
  const variables = [aVariable({ type: 'url', value: 'https://example.com/a' })];
  const onNavigate = vi.fn((_url: string, event: MouseEvent) => {
    event.preventDefault();
    broken();
  });
  renderPart(<VariableEditor />, adapterWith(variables), { onNavigate });
  await userEvent.click(await screen.findByRole('link', { name: /example\.com/ }));
  expect(onNavigate).toHaveBeenCalledTimes(1);
  expect(log).toHaveBeenCalledTimes(1);
  expect(escaped).not.toHaveBeenCalled();
});

test('filter: the variables say that they stopped working, alone in the page too', async () => {
  const onError = vi.fn();
  renderPart(<VariableEditor filter={broken} />, adapterWith([aVariable()]), { onError });
  expect(await screen.findByText('This part stopped working.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'outside' })).toBeVisible();
  expect(onError).toHaveBeenCalledTimes(1);
});
