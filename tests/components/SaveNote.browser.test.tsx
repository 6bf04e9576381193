import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { SaveNote, type SaveNoteProps } from '../../src/components/SaveNote.tsx';
import { toFieldId } from '../../src/model/field.ts';
import { renderPart } from '../support/renderPart.tsx';
import { adapterWith } from '../support/variableRows.tsx';

function show(given: Partial<SaveNoteProps>) {
  const verbs = { onRetry: vi.fn(), onDiscard: vi.fn(), onCheck: vi.fn() };
  const { container } = renderPart(
    <div data-testid="note">
      <SaveNote status={undefined} error={undefined} {...verbs} {...given} />
    </div>,
    adapterWith([]),
  );
  return { ...verbs, note: screen.getByTestId('note'), container };
}

test.each([undefined, 'queued', 'sent'] as const)('says nothing while all goes well (%s)', (status) => {
  expect(show({ status }).note).toBeEmptyDOMElement();
});

test.each(['waiting', 'sent'] as const)(
  'says the same while it waits and while it is tried again (%s)',
  (status) => {
    const { note } = show({ status, error: new AdapterError('offline', 'x') });
    expect(note).toHaveTextContent('Saves when you are back online.');
  },
);

test('says why it failed, and offers to retry and to discard', async () => {
  const { note, onRetry, onDiscard } = show({
    status: 'failed',
    error: new AdapterError('forbidden', 'x', { reason: 'Only managers.' }),
  });
  expect(note).toHaveTextContent('Not saved: Only managers.');
  await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
  await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
  expect(onRetry).toHaveBeenCalledOnce();
  expect(onDiscard).toHaveBeenCalledOnce();
});

test('asks about a creation without an answer', async () => {
  const { note, onRetry, onCheck } = show({ status: 'unknown', error: new AdapterError('timeout', 'x') });
  expect(note).toHaveTextContent('We could not tell whether it was saved.');
  await userEvent.click(screen.getByRole('button', { name: 'Check' }));
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onCheck).toHaveBeenCalledOnce();
  expect(onRetry).toHaveBeenCalledOnce();
});

test('says what of a save was done and what was not', () => {
  const error = new AdapterError('partial', 'x', {
    applied: [field('step'), field('value')],
    failed: [{ fieldId: field('name'), error: new AdapterError('invalid', 'x') }],
  });
  expect(show({ status: 'failed', error }).note).toHaveTextContent('Saved: Step and Value. Not saved: Name.');
});

function field(name: 'step' | 'value' | 'name') {
  return toFieldId({ kind: 'deal', id: '7', name });
}
