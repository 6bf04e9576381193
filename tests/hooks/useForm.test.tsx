// @vitest-environment jsdom
import { act, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { useDeal } from '../../src/hooks/useDeal.ts';
import { useDealForm } from '../../src/hooks/useDealForm.ts';
import { useDeals } from '../../src/hooks/useDeals.ts';
import { aDeal, aPipeline, aSubscriber } from '../support/fixtures.ts';
import { doing, marina, olena, renderCardHook } from '../support/renderCardHook.tsx';

function createBackend() {
  const adapter = createMemoryAdapter({
    subscribers: [aSubscriber(), aSubscriber({ ...olena, channel: 'telegram' })],
    pipelines: [aPipeline()],
    deals: { marina: [aDeal()] },
  });
  const sent = (method: string) =>
    adapter.control.calls.filter((call) => call.method === method).map((call) => call.args);
  const bruno = (name: string) =>
    act(async () => adapter.control.actAs('Bruno').updateDeal(marina, 'deal-1', { name }));
  return { adapter, sent, bruno };
}

async function openDeal() {
  const backend = createBackend();
  const { client } = renderCardHook(useDeals, backend.adapter);
  await waitFor(() => expect(client.getCard(marina).store.getState().confirmed.hasDealList).toBe(true));
  const { result } = renderCardHook(() => useDeal({ id: 'deal-1', status: 'open' }), backend.adapter, client);
  return { ...backend, form: () => result.current.form };
}

async function openCreation() {
  const backend = createBackend();
  const card = renderCardHook(useDealForm, backend.adapter);
  await waitFor(() => expect(card.result.current.pipelines).toHaveLength(1));
  return { ...backend, ...card, creation: () => card.result.current };
}

describe('a form over what is there', () => {
  test('is one request of what was changed', async () => {
    const { form, sent } = await openDeal();
    act(() => form().open());
    expect(form()).toMatchObject({ isOpen: true, isDirty: false, inputs: { name: 'Wedding guest dress' } });
    act(() => form().change('name', 'Dress'));
    act(() => form().change('value', { amount: '99', currency: 'BRL' }));
    expect(form().isDirty).toBe(true);
    expect(doing(() => form().submit())).toBe('submitted');
    expect(form().isOpen).toBe(false);
    await waitFor(() => expect(sent('updateDeal')).toHaveLength(1));
    expect(sent('updateDeal')).toEqual([
      [marina, 'deal-1', { name: 'Dress', value: { amount: '99', currency: 'BRL' } }],
    ]);
  });

  test('says so where nothing was changed, and closes', async () => {
    const { form, sent } = await openDeal();
    act(() => form().open());
    expect(doing(() => form().submit())).toBe('unchanged');
    expect(form().isOpen).toBe(false);
    expect(sent('updateDeal')).toEqual([]);
  });

  test('takes all or nothing: what is wrong is said at its field', async () => {
    const { form, sent } = await openDeal();
    act(() => form().open());
    act(() => form().change('name', ' '));
    act(() => form().change('value', { amount: '99', currency: 'BRL' }));
    expect(doing(() => form().submit())).toBe('invalid');
    expect(form().problems).toMatchObject({ name: { reason: { code: 'required' } }, value: undefined });
    expect(sent('updateDeal')).toEqual([]);
  });

  test('asks whose change is to stay, field by field', async () => {
    const { form, bruno } = await openDeal();
    act(() => form().open());
    act(() => form().change('name', 'Dress'));
    await bruno('Gown');
    await waitFor(() => expect(form().conflicts.name).toMatchObject({ theirs: 'Gown', by: 'Bruno' }));
    expect(form().conflicts.value).toBeUndefined();
    expect(doing(() => form().submit())).toBe('conflict');
    act(() => form().takeTheirs('name'));
    expect(form()).toMatchObject({ isOpen: true, isDirty: false, inputs: { name: 'Gown' } });
  });

  test('asks nothing where both want the same', async () => {
    const { form, bruno, sent } = await openDeal();
    act(() => form().open());
    act(() => form().change('name', 'Gown'));
    await bruno('Gown');
    await waitFor(() => expect(form().conflicts.name).toBeDefined());
    expect(doing(() => form().submit())).toBe('unchanged');
    expect(form()).toMatchObject({ isOpen: false, conflicts: { name: undefined } });
    expect(sent('updateDeal')).toEqual([]);
  });

  test('gives back what the server refused, at its field', async () => {
    const { adapter, form } = await openDeal();
    const issues = [{ path: 'name', message: 'Taken.' }];
    adapter.control.failNext('updateDeal', new AdapterError('invalid', 'No.', { issues }));
    act(() => form().open());
    act(() => form().change('name', 'Dress'));
    act(() => form().submit());
    await waitFor(() => expect(form().problems.name).toMatchObject({ type: 'rejected' }));
    expect(form()).toMatchObject({ isOpen: true, inputs: { name: 'Dress' } });
  });
});

describe('a form of what is to be', () => {
  test('sends nothing while it is closed', async () => {
    const { creation, sent } = await openCreation();
    expect(doing(() => creation().submit())).toBe('unchanged');
    expect(sent('createDeal')).toEqual([]);
  });

  test('creates one thing, however often it is submitted', async () => {
    const { creation, sent } = await openCreation();
    act(() => creation().open());
    act(() => creation().change('name', 'Sandals'));
    expect(doing(() => creation().submit())).toBe('submitted');
    expect(doing(() => creation().submit())).toBe('unchanged');
    await waitFor(() => expect(sent('createDeal')).toHaveLength(1));
  });

  test('keeps what was typed for whom it was typed', async () => {
    const { creation, show } = await openCreation();
    act(() => creation().open());
    act(() => creation().change('name', 'Sandals'));
    show(olena);
    expect(creation()).toMatchObject({ isOpen: false, inputs: { name: '' } });
    show(marina);
    expect(creation()).toMatchObject({ isOpen: true, inputs: { name: 'Sandals' } });
  });
});
