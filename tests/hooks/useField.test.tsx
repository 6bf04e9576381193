// @vitest-environment jsdom
import { act, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { useSubscriber } from '../../src/hooks/useSubscriber.ts';
import { useTags } from '../../src/hooks/useTags.ts';
import { useVariable } from '../../src/hooks/useVariable.ts';
import { useVariables } from '../../src/hooks/useVariables.ts';
import type { Variable } from '../../src/model/variable.ts';
import { aSubscriber, aVariable } from '../support/fixtures.ts';
import { doing, marina, olena, renderCardHook } from '../support/renderCardHook.tsx';

async function open(given: Partial<Variable> = {}) {
  const variable = aVariable({ type: 'number', value: '3', ...given });
  const adapter = createMemoryAdapter({
    subscribers: [
      aSubscriber({ variables: [variable] }),
      aSubscriber({ ...olena, channel: 'telegram', variables: [variable] }),
    ],
  });
  const card = renderCardHook(() => ({ ...useVariables(), field: useVariable(variable) }), adapter);
  await waitFor(() => expect(card.result.current.status).toBe('ready'));
  const field = () => card.result.current.field;
  const type = (text: string) => {
    act(() => field().edit());
    act(() => field().change(text));
  };
  const submit = () => doing(() => field().submit());
  const sent = () =>
    adapter.control.calls
      .filter(({ method }) => method === 'setVariable')
      .map((call) => [call.args[0], call.args[2]]);
  const bruno = (value: string) =>
    act(async () => adapter.control.actAs('Bruno').setVariable(marina, 'plan', value));
  return { ...card, adapter, field, type, submit, sent, bruno };
}

describe('a field', () => {
  test('opens on its value, and closes without a trace', async () => {
    const { field, sent } = await open();
    act(() => field().edit());
    expect(field()).toMatchObject({ isEditing: true, input: '3', value: '3' });
    act(() => field().change('5'));
    expect(field()).toMatchObject({ input: '5', value: '3' });
    act(() => field().cancel());
    expect(field()).toMatchObject({ isEditing: false, input: undefined, value: '3' });
    expect(sent()).toEqual([]);
  });

  test('shows at once what was submitted, and says when the server has it', async () => {
    const { field, type, submit, sent } = await open();
    type('5');
    expect(submit()).toBe('submitted');
    expect(field()).toMatchObject({ isEditing: false, value: '5', isPending: true });
    await waitFor(() => expect(field()).toMatchObject({ value: '5', isPending: false, status: undefined }));
    expect(sent()).toEqual([[marina, '5']]);
  });

  test('sends nothing where nothing was changed, and nothing without an editor', async () => {
    const { type, submit, sent } = await open();
    expect(submit()).toBe('unchanged');
    type('3');
    expect(submit()).toBe('unchanged');
    expect(sent()).toEqual([]);
  });

  test('keeps what cannot be taken, with the reason, until it is typed over', async () => {
    const { field, type, submit } = await open();
    type('many');
    expect(submit()).toBe('invalid');
    expect(field()).toMatchObject({ isEditing: true, input: 'many', problem: { type: 'invalid' } });
    act(() => field().change('5'));
    expect(field().problem).toBeUndefined();
  });

  test('keeps what was typed through switching, for the one it was typed for', async () => {
    const { field, type, show } = await open();
    type('5');
    show(olena);
    await waitFor(() => expect(field().value).toBe('3'));
    expect(field().isEditing).toBe(false);
    show(null);
    expect(field()).toMatchObject({ isEditing: false, value: undefined });
    show(marina);
    expect(field()).toMatchObject({ isEditing: true, input: '5' });
  });
});

describe('two changes', () => {
  test('stop the submit until one is chosen', async () => {
    const { field, type, submit, sent, bruno } = await open();
    type('5');
    await bruno('4');
    await waitFor(() =>
      expect(field().conflict).toMatchObject({ theirs: '4', mine: undefined, by: 'Bruno' }),
    );
    expect(submit()).toBe('conflict');
    expect(field().input).toBe('5');
    expect(doing(() => field().keepMine())).toBe('submitted');
    await waitFor(() => expect(field().isPending).toBe(false));
    expect(field()).toMatchObject({ value: '5', conflict: undefined });
    expect(sent()).toEqual([[marina, '5']]);
  });

  test('that want the same are none', async () => {
    const { field, type, submit, sent, bruno } = await open();
    type('4');
    await bruno('4');
    await waitFor(() => expect(field().value).toBe('4'));
    expect(submit()).toBe('unchanged');
    expect(field()).toMatchObject({ isEditing: false, value: '4', conflict: undefined });
    expect(sent()).toEqual([]);
  });

  test('are one again with theirs', async () => {
    const { field, type, bruno } = await open();
    type('5');
    await bruno('4');
    await waitFor(() => expect(field().conflict).toBeDefined());
    act(() => field().takeTheirs());
    expect(field()).toMatchObject({ isEditing: false, value: '4', conflict: undefined });
  });
});

describe('a save that is refused', () => {
  test('gives the text back with the reason', async () => {
    const { adapter, field, type, submit } = await open();
    adapter.control.failNext('setVariable', new AdapterError('invalid', 'No.'));
    type('5');
    submit();
    await waitFor(() => expect(field().problem).toMatchObject({ type: 'rejected' }));
    expect(field()).toMatchObject({ isEditing: true, input: '5', value: '3' });
  });

  test('stays in sight as failed where it may be tried again, and can be given up', async () => {
    const { adapter, field, type, submit, sent } = await open();
    adapter.control.failNext('setVariable', new Error('broken'));
    adapter.control.failNext('setVariable', new Error('broken'));
    type('5');
    submit();
    await waitFor(() => expect(field().status).toBe('failed'));
    expect(field()).toMatchObject({ value: '5', isPending: false, error: { code: 'unknown' } });
    act(() => field().retry());
    await waitFor(() => expect(sent()).toHaveLength(2));
    await waitFor(() => expect(field().status).toBe('failed'));
    act(() => field().discard());
    expect(field()).toMatchObject({ value: '3', status: undefined, error: undefined });
  });

  test('for want of permission locks the field', async () => {
    const { adapter, field, type, submit } = await open();
    adapter.control.failNext('setVariable', new AdapterError('forbidden', 'No.', { reason: 'Ask Ana.' }));
    type('5');
    submit();
    await waitFor(() => expect(field().readOnly).toBe('Ask Ana.'));
    expect(field()).toMatchObject({ canEdit: false, input: '5' });
  });
});

test.each([
  ['', ''],
  ['Ask Ana.', 'Ask Ana.'],
  [false, false],
] as const)('a subscriber that is read-only for %j is read-only for that', async (given, expected) => {
  const variable = aVariable();
  const adapter = createMemoryAdapter({
    subscribers: [aSubscriber({ readOnly: given, variables: [variable] })],
    tags: [],
  });
  const { result } = renderCardHook(
    () => ({ field: useVariable(variable), tags: useTags(), subscriber: useSubscriber() }),
    adapter,
  );
  await waitFor(() => expect(result.current.subscriber.status).toBe('ready'));
  const { field, tags, subscriber } = result.current;
  expect([field.readOnly, tags.readOnly, subscriber.readOnly]).toEqual([expected, expected, expected]);
  expect([field.canEdit, tags.canAdd]).toEqual([expected === false, expected === false]);
});

test('an answer that says nothing new draws no field again', async () => {
  const variable = aVariable({ type: 'multiselect', value: ['a'], options: [{ id: 'a', label: 'A' }] });
  const adapter = createMemoryAdapter({ subscribers: [aSubscriber({ variables: [variable] })] });
  const { client, result } = renderCardHook(useVariables, adapter);
  await waitFor(() => expect(result.current.status).toBe('ready'));
  const onDraw = vi.fn();
  renderCardHook(
    () => {
      onDraw();
      return useVariable(variable);
    },
    adapter,
    client,
  );
  onDraw.mockClear();
  const { store, source } = client.getCard(marina);
  const { confirmed } = store.getState();
  act(() => source.refresh('subscriber'));
  await waitFor(() => expect(store.getState().confirmed).not.toBe(confirmed));
  await waitFor(() => expect(result.current.isRefreshing).toBe(false));
  expect(onDraw).not.toHaveBeenCalled();
});
