import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { getField } from '../support/variableRows.tsx';
import { holdCalls } from './holdCalls.ts';
import { aBackend, ann, button, renderCard } from './renderCard.tsx';

type Backend = ReturnType<typeof aBackend>;

const callsOf = ({ control }: Backend, method: string) =>
  control.calls.filter((call) => call.method === method);
const dealNames = ({ control }: Backend) => control.server.deals(ann).map(({ name }) => name);

async function typeDeal(name: string) {
  await userEvent.click(await button('Add deal'));
  await screen.findByRole('form', { name: 'New deal' });
  await userEvent.fill(getField('Name'), name);
}

describe('R11: the answer to a new deal is lost, and the backend would make a second one', () => {
  async function lose({ applied }: { applied: boolean }) {
    const backend = aBackend({ idempotent: false });
    backend.control.failNext('createDeal', new AdapterError('timeout', 'late'), { applied });
    renderCard(backend);
    await typeDeal('Hats');
    await userEvent.click(await button('Save deal'));
    expect(await screen.findByText('We could not tell whether it was saved.')).toBeVisible();
    return backend;
  }

  test('R11: asks instead of sending it again, also when the network comes and goes', async () => {
    const backend = await lose({ applied: true });
    act(() => void window.dispatchEvent(new Event('online')));
    expect(callsOf(backend, 'createDeal')).toHaveLength(1);
    const lists = callsOf(backend, 'listDeals').length;
    await userEvent.click(await button('Check'));
    await waitFor(() => expect(callsOf(backend, 'listDeals')).toHaveLength(lists + 1));
    await waitFor(() => expect(screen.getAllByRole('article', { name: 'Hats' })).toHaveLength(2));
    await userEvent.click(await button('Discard'));
    await waitFor(() => expect(screen.getAllByRole('article', { name: 'Hats' })).toHaveLength(1));
    expect(callsOf(backend, 'createDeal')).toHaveLength(1);
    expect(dealNames(backend)).toEqual(['Hats', 'Wedding guest dress']);
  });

  test('R11: sends it again on purpose', async () => {
    const backend = await lose({ applied: false });
    await userEvent.click(await button('Try again'));
    await waitFor(() => expect(dealNames(backend)).toEqual(['Hats', 'Wedding guest dress']));
    await waitFor(() => expect(screen.queryByText('We could not tell whether it was saved.')).toBeNull());
    expect(callsOf(backend, 'createDeal')).toHaveLength(2);
  });
});

describe('R12: an impatient operator', () => {
  async function expectOneDeal(save: () => Promise<void>) {
    const backend = aBackend();
    const { adapter, calls } = holdCalls(backend, 'createDeal');
    renderCard(adapter);
    await typeDeal('Hats');
    await save();
    expect(calls).toHaveLength(1);
    await act(async () => calls[0]?.pass());
    await waitFor(() => expect(dealNames(backend)).toEqual(['Hats', 'Wedding guest dress']));
    expect(calls).toHaveLength(1);
    expect(screen.queryByRole('form', { name: 'New deal' })).toBeNull();
  }

  test('R12: who double-clicks on Save makes one deal', async () => {
    await expectOneDeal(async () => userEvent.dblClick(await button('Save deal')));
  });

  test('R12: who presses Enter five times makes one deal', async () => {
    await expectOneDeal(() => userEvent.keyboard('{Enter}{Enter}{Enter}{Enter}{Enter}'));
  });

  test('R12: who double-clicks on Save makes one contact', async () => {
    const backend = aBackend();
    const { adapter, calls } = holdCalls(backend, 'createContact');
    renderCard(adapter);
    await userEvent.click(await screen.findByRole('tab', { name: 'Add contact' }));
    await userEvent.fill(await screen.findByLabelText('First name'), 'Ann');
    await userEvent.dblClick(await button('Save contact'));
    expect(calls).toHaveLength(1);
    await act(async () => calls[0]?.pass());
    await waitFor(() => expect(backend.control.server.contact(ann)?.firstName).toBe('Ann'));
    expect(calls).toHaveLength(1);
  });

  test('R12: who presses Enter five times makes one tag', async () => {
    const backend = aBackend();
    const { adapter, calls } = holdCalls(backend, 'createTag');
    renderCard(adapter);
    await userEvent.click(await screen.findByRole('combobox', { name: 'Add tag' }));
    await userEvent.fill(screen.getByRole('combobox', { name: 'Add tag' }), 'Summer');
    await screen.findByRole('option', { name: 'Create “Summer”' });
    await userEvent.keyboard('{Enter}{Enter}{Enter}{Enter}{Enter}');
    await waitFor(() => expect(calls).toHaveLength(1));
    await act(async () => calls[0]?.pass());
    await waitFor(() =>
      expect(backend.control.server.subscriber(ann)?.tagging.tags.map(({ name }) => name)).toEqual([
        'Summer',
      ]),
    );
    expect(calls).toHaveLength(1);
  });
});
