import { act, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import { VariableEditor } from '../../src/components/VariableEditor.tsx';
import type { ErrorCode } from '../../src/model/errorCode.ts';
import type { SubscriberRef } from '../../src/model/subscriber.ts';
import { SubscriberCardProvider } from '../../src/provider/SubscriberCardProvider.tsx';
import { SubscriberProvider } from '../../src/provider/SubscriberProvider.tsx';
import { renderPart } from '../support/renderPart.tsx';
import {
  findPencil,
  getField,
  getPencil,
  getRow,
  sentValues,
  storedValue,
  typeInto,
} from '../support/variableRows.tsx';
import { holdCalls } from './holdCalls.ts';
import { aBackend, ann, bea, heading, outside, renderCard } from './renderCard.tsx';

async function save(label: string, text: string) {
  await typeInto(label, text);
  await userEvent.keyboard('{Enter}');
}

describe('R1: the subscriber is switched while a save is on its way', () => {
  test('R1: finishes the save for the first subscriber', async () => {
    const backend = aBackend();
    const { adapter, calls, last } = holdCalls(backend, 'setVariable');
    const { show } = renderCard(adapter);
    await save('Plan', 'pro');
    show(bea);
    await heading('Bea Stone');
    expect(last().signal.aborted).toBe(false);
    expect(within(getRow('Plan')).getByText('free')).toBeVisible();
    show(ann);
    await heading('Ann Lee');
    expect(within(getRow('Plan')).getByText('pro')).toBeVisible();
    expect(getRow('Plan')).toHaveAttribute('data-pending');
    show(bea);
    await act(async () => last().pass());
    expect(calls.map(({ args }) => args)).toEqual([[expect.objectContaining(ann), 'plan', 'pro']]);
    expect([storedValue(backend, 'plan', 'ann'), storedValue(backend, 'plan', 'bea')]).toEqual([
      'pro',
      'free',
    ]);
    expect(within(getRow('Plan')).getByText('free')).toBeVisible();
    show(ann);
    await heading('Ann Lee');
    expect(within(getRow('Plan')).getByText('pro')).toBeVisible();
    expect(getRow('Plan')).not.toHaveAttribute('data-pending');
  });

  test('R1: goes on trying for the first subscriber', async () => {
    const backend = aBackend();
    backend.control.failNext('setVariable', new AdapterError('unavailable', '503'));
    const { show } = renderCard(backend);
    await save('Plan', 'pro');
    show(bea);
    await heading('Bea Stone');
    await waitFor(() => expect(storedValue(backend, 'plan', 'ann')).toBe('pro'));
    expect(storedValue(backend, 'plan', 'bea')).toBe('free');
    const to = backend.control.calls.flatMap(({ method, args }) => (method === 'setVariable' ? args[0] : []));
    expect(to).toMatchObject([ann, ann]);
  });
});

describe('R1: the save for the first subscriber fails while another one is shown', () => {
  const notice = () =>
    [...document.querySelectorAll('.sbc-bar')].find(({ textContent }) =>
      textContent?.includes('Not saved for'),
    );

  async function failBehind(code: ErrorCode, onOpenSubscriber?: (ref: SubscriberRef) => void) {
    const backend = aBackend();
    const { adapter, calls, last } = holdCalls(backend, 'setVariable');
    const view = renderCard(adapter, onOpenSubscriber && { onOpenSubscriber });
    await save('Plan', 'pro');
    view.show(bea);
    await heading('Bea Stone');
    await act(async () => last().fail(new AdapterError(code, 'boom')));
    await waitFor(() => expect(notice()).toHaveTextContent('Not saved for Ann Lee: Plan'));
    return { backend, calls, last, ...view };
  }

  test('R1: a notice names them and opens their conversation, where it can be saved', async () => {
    const onOpenSubscriber = vi.fn();
    const { backend, calls, last, show } = await failBehind('unknown', onOpenSubscriber);
    await userEvent.click(screen.getByRole('button', { name: /^Open .*Ann Lee/ }));
    expect(onOpenSubscriber).toHaveBeenCalledWith(expect.objectContaining(ann));
    show(ann);
    await heading('Ann Lee');
    // Now the row itself says it.
    expect(notice()).toBeUndefined();
    expect(within(getRow('Plan')).getByText('pro')).toBeVisible();
    await userEvent.click(within(getRow('Plan')).getByRole('button', { name: 'Retry' }));
    expect(calls).toHaveLength(2);
    await act(async () => last().pass());
    expect(storedValue(backend, 'plan', 'ann')).toBe('pro');
    expect(storedValue(backend, 'plan', 'bea')).toBe('free');
  });

  test.each(['unknown', 'forbidden', 'invalid', 'not-found'] as const)(
    'R1: without a host that opens conversations the notice only names them (%s)',
    async (code) => {
      await failBehind(code);
      expect(screen.queryByRole('button', { name: /^Open .*Ann Lee/ })).toBeNull();
      expect(within(getRow('Plan')).getByText('free')).toBeVisible();
    },
  );
});

describe('R24: the card goes while a save is on its way', () => {
  test('R24: ends the save', async () => {
    const onEvent = vi.fn();
    const backend = aBackend();
    const { adapter, last } = holdCalls(backend, 'setVariable');
    const view = renderCard(adapter, { onEvent });
    await save('Plan', 'pro');
    view.unmount();
    expect(last().signal.aborted).toBe(false);
    last().pass();
    await waitFor(() => expect(onEvent).toHaveBeenCalledTimes(1));
    expect(storedValue(backend, 'plan', 'ann')).toBe('pro');
  });

  test('R24: tells the host of whom it was that could not be saved', async () => {
    const onError = vi.fn();
    const { adapter, last } = holdCalls(aBackend(), 'setVariable');
    const view = renderCard(adapter, { onError });
    await save('Plan', 'pro');
    view.unmount();
    last().fail(new AdapterError('forbidden', 'no'));
    await waitFor(() => expect(onError).toHaveBeenCalledTimes(1));
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ subscriber: ann, error: { code: 'forbidden' } });
  });
});

test('R26: shows and sends nothing of one account under the other', async () => {
  const [one, two] = [aBackend(), aBackend()];
  one.control.actAs('Maria').setVariable(ann, 'city', 'Olinda');
  const { adapter, last } = holdCalls(one, 'setVariable');
  const card = (account: 'one' | 'two') => (
    <SubscriberCardProvider adapter={account === 'one' ? adapter : two} scope={account}>
      <SubscriberCard subscriber={ann} />
    </SubscriberCardProvider>
  );
  const view = render(card('one'));
  await save('Plan', 'pro');
  await typeInto('Email', 'half a wo');
  view.rerender(card('two'));
  await screen.findByText('Recife');
  expect(screen.queryByDisplayValue('half a wo')).toBeNull();
  expect(screen.queryByText('pro')).toBeNull();
  expect(screen.queryByText('Olinda')).toBeNull();
  await act(async () => last().fail(new AdapterError('unavailable', '503')));
  await waitFor(() => expect(getRow('Plan')).not.toHaveAttribute('data-pending'));
  expect(sentValues(two)).toEqual([]);
  view.rerender(card('one'));
  expect(await screen.findByDisplayValue('half a wo')).toBeVisible();
  await waitFor(() => expect(within(getRow('Plan')).getByText('pro')).toBeVisible());
});

test('R28: two cards of one subscriber show the same, under ids of their own', async () => {
  const backend = aBackend();
  const { container } = renderPart(
    <>
      <SubscriberCard subscriber={ann} />
      <SubscriberCard subscriber={ann} />
    </>,
    backend,
    { subscriber: null },
  );
  await waitFor(() => expect(screen.getAllByRole('button', { name: 'Edit Plan' })).toHaveLength(2));
  const ids = [...container.querySelectorAll('[id]')].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  act(() => void backend.control.actAs('Maria').setVariable(ann, 'plan', 'team'));
  await waitFor(() => expect(screen.getAllByText('team')).toHaveLength(2));
});

test('R29: keeps the edits of two subscribers on one page apart', async () => {
  const backend = aBackend();
  const { adapter, calls } = holdCalls(backend, 'setVariable');
  renderPart(
    <>
      <section aria-label="Ann">
        <SubscriberProvider subscriber={ann}>
          <VariableEditor />
        </SubscriberProvider>
      </section>
      <section aria-label="Bea">
        <SubscriberProvider subscriber={bea}>
          <VariableEditor />
        </SubscriberProvider>
      </section>
    </>,
    adapter,
    { subscriber: null },
  );
  async function saveIn(name: string, text: string) {
    const card = within(screen.getByRole('region', { name }));
    await userEvent.click(await card.findByRole('button', { name: 'Edit Plan' }));
    await userEvent.fill(card.getByRole('textbox', { name: 'Plan' }), text);
    await userEvent.keyboard('{Enter}');
  }
  await saveIn('Ann', 'for Ann');
  await saveIn('Bea', 'for Bea');
  // The second does not wait for the first, and the failure of one is not that of the other.
  expect(calls).toHaveLength(2);
  await act(async () => calls[1]?.pass());
  await act(async () => calls[0]?.fail(new AdapterError('unknown', 'boom')));
  await screen.findByText('Not saved: Something went wrong.');
  expect(screen.getAllByRole('button', { name: 'Retry' })).toHaveLength(1);
  await userEvent.click(
    within(screen.getByRole('region', { name: 'Ann' })).getByRole('button', { name: 'Retry' }),
  );
  await act(async () => calls[2]?.pass());
  expect([storedValue(backend, 'plan', 'ann'), storedValue(backend, 'plan', 'bea')]).toEqual([
    'for Ann',
    'for Bea',
  ]);
});

test('R31: what was typed for the first is there on return, and not in the editor of the second', async () => {
  const backend = aBackend();
  const { show } = renderCard(backend);
  await typeInto('Plan', 'half a wo');
  show(bea);
  await heading('Bea Stone');
  expect(screen.queryByDisplayValue('half a wo')).toBeNull();
  await userEvent.click(getPencil('Plan'));
  expect(getField('Plan')).toHaveValue('free');
  await userEvent.keyboard('{Escape}');
  show(ann);
  await heading('Ann Lee');
  expect(getField('Plan')).toHaveValue('half a wo');
  expect(getRow('Plan')).toHaveAttribute('data-editing');
  expect(getField('Plan')).not.toHaveFocus();
  expect(sentValues(backend)).toEqual([]);
  await userEvent.click(getField('Plan'));
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(storedValue(backend, 'plan', 'ann')).toBe('half a wo'));
  expect(storedValue(backend, 'plan', 'bea')).toBe('free');
});

describe('R32: leaving an editor that something was typed into', () => {
  test('R32: Escape returns to the value before, also to what is still being saved', async () => {
    const backend = aBackend();
    const { adapter, last } = holdCalls(backend, 'setVariable');
    renderCard(adapter);
    await save('Plan', 'pro');
    await typeInto('Plan', 'no, rather');
    await userEvent.keyboard('{Escape}');
    expect(within(getRow('Plan')).getByText('pro')).toBeVisible();
    await act(async () => last().pass());
    expect(storedValue(backend, 'plan', 'ann')).toBe('pro');
    expect(screen.queryByDisplayValue('no, rather')).toBeNull();
  });

  test('R32: a click outside commits what is valid', async () => {
    const backend = aBackend();
    renderCard(backend);
    await typeInto('Plan', 'pro');
    await userEvent.click(outside());
    await waitFor(() => expect(storedValue(backend, 'plan', 'ann')).toBe('pro'));
    expect(sentValues(backend)).toEqual(['pro']);
  });

  test('R32: what is not valid is kept, marked and found again', async () => {
    const backend = aBackend();
    const { show } = renderCard(backend);
    await typeInto('Email', 'nobody');
    await userEvent.click(outside());
    expect(getField('Email')).toHaveValue('nobody');
    expect(getField('Email')).toHaveAccessibleDescription(/Enter an email address/);
    show(bea);
    await heading('Bea Stone');
    show(ann);
    await findPencil('Plan');
    expect(getField('Email')).toHaveValue('nobody');
    expect(getField('Email')).toHaveAttribute('aria-invalid', 'true');
    expect(sentValues(backend)).toEqual([]);
  });
});
