import { act, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { EditForm } from '../../../src/components/EditForm.tsx';
import { en } from '../../../src/i18n/en.ts';
import { SubscriberCardProvider } from '../../../src/provider/SubscriberCardProvider.tsx';
import { Popover } from '../../../src/ui/Popover.tsx';
import { TextInput } from '../../../src/ui/TextInput.tsx';
import { createHeldAdapter } from '../../support/createHeldAdapter.ts';
import { focusName } from './focus.ts';

// A dialog that is not modal, and the question before text is dropped, after the WAI-ARIA authoring practices.

function Assign() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Popover
        label="Assign to"
        open={open}
        onOpenChange={setOpen}
        trigger={<button type="button">Assign</button>}
      >
        <input aria-label="Search" />
        <button type="button">Nobody</button>
      </Popover>
      <button type="button">Chat</button>
    </>
  );
}

describe('a popover', () => {
  const rows: readonly (readonly [keys: string, outcome: string, isOpen: boolean, focus: string])[] = [
    ['', 'is closed', false, 'Assign'],
    ['{Enter}', 'opens it, and the focus goes in', true, 'Search'],
    [' ', 'opens it, and the focus goes in', true, 'Search'],
    ['{Enter}{Tab}', 'goes on inside', true, 'Nobody'],
    ['{Enter}{Tab}{Shift>}{Tab}{/Shift}', 'goes back inside', true, 'Search'],
    ['{Enter}{Escape}', 'closes it, and the focus is on its button', false, 'Assign'],
    ['{Enter}{Tab}{Escape}', 'closes it from within', false, 'Assign'],
    ['{Enter}{Escape}{Enter}', 'opens it again', true, 'Search'],
  ];
  test.each(rows)('%s %s', async (keys, _outcome, isOpen, focus) => {
    render(<Assign />);
    act(() => screen.getByRole('button', { name: 'Assign' }).focus());
    for (const key of keys.match(/\{Shift>\}.*?\{\/Shift\}|\{\w+\}| /g) ?? []) {
      await userEvent.keyboard(key);
      // It takes the focus, and gives it back, in a later task.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await vi.waitFor(() => expect(focusName()).toBe(focus));
    expect(screen.queryByRole('dialog') !== null).toBe(isOpen);
  });

  const states: readonly (readonly [what: string, check: () => void])[] = [
    ['has a name', () => screen.getByRole('dialog', { name: 'Assign to' })],
    ['is not modal', () => expect(screen.getByRole('dialog')).not.toHaveAttribute('aria-modal', 'true')],
    ['leaves the page to be read', () => screen.getByRole('button', { name: 'Chat' })],
    ['its button says that it is open', () => expect(trigger()).toHaveAttribute('aria-expanded', 'true')],
    ['its button says what it opens', () => expect(trigger()).toHaveAttribute('aria-haspopup', 'dialog')],
    [
      'its button refers to it',
      () => expect(trigger()).toHaveAttribute('aria-controls', screen.getByRole('dialog').id),
    ],
  ];
  const trigger = () => screen.getByRole('button', { name: 'Assign' });
  test.each(states)('%s', async (_what, check) => {
    render(<Assign />);
    act(() => trigger().focus());
    await userEvent.keyboard('{Enter}');
    check();
  });
});

function NewDeal() {
  const [name, setName] = useState('');
  const [isOpen, setIsOpen] = useState(true);
  if (!isOpen) return <p>Closed</p>;
  return (
    <EditForm
      aria-label="New deal"
      isDirty={name !== ''}
      saveLabel="Save deal"
      cancelLabel="Cancel"
      onSave={() => 'invalid'}
      onCancel={() => setIsOpen(false)}
    >
      <TextInput aria-label="Pipeline" value="Sales" readOnly onValueChange={() => {}} />
      <TextInput aria-label="Name" value={name} onValueChange={setName} />
    </EditForm>
  );
}

const { discardQuestion, discard, keepEditing } = en.messages.form;

describe('the question before text is dropped', () => {
  const rows: readonly (readonly [keys: string, outcome: string, isAsked: boolean, focus: string])[] = [
    ['{Escape}', 'closes a form that nothing was typed in', false, 'page'],
    ['a{Escape}', 'asks, and the focus is on what drops nothing', true, keepEditing],
    ['a{Tab}{Enter}', 'asks when Cancel is pressed', true, keepEditing],
    ['a{Escape}{Shift>}{Tab}{/Shift}', 'goes to what drops the text', true, discard],
    ['a{Escape}{Shift>}{Tab}{/Shift}{Tab}', 'comes back', true, keepEditing],
    ['a{Escape}{Escape}', 'keeps the text, and goes back to the field', false, 'Name'],
    ['a{Escape}{Enter}', 'keeps the text, and goes back to the field', false, 'Name'],
    ['a{Escape} ', 'keeps the text, and goes back to the field', false, 'Name'],
    ['a{Tab}{Enter}{Enter}', 'goes back to Cancel, which has asked', false, 'Cancel'],
    ['a{Escape}{Shift>}{Tab}{/Shift}{Enter}', 'drops the text and closes', false, 'page'],
    ['a{Escape}{Escape}b', 'goes on typing', false, 'Name'],
  ];
  test.each(rows)('%s %s', async (keys, _outcome, isAsked, focus) => {
    begin();
    await userEvent.keyboard(keys);
    await vi.waitFor(() => expect(focusName()).toBe(focus));
    expect(screen.queryByRole('alertdialog') !== null).toBe(isAsked);
    expect(screen.queryByText('Closed') !== null).toBe(focus === 'page');
  });

  const states: readonly (readonly [what: string, check: () => void])[] = [
    ['is an alertdialog whose name is the question', () => dialog()],
    ['describes nothing that is not there', () => expect(dialog()).not.toHaveAttribute('aria-describedby')],
    ['offers to drop the text', () => screen.getByRole('button', { name: discard })],
    ['offers to keep it', () => screen.getByRole('button', { name: keepEditing })],
    ['takes the place of Cancel', () => expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull()],
    ['keeps the text in sight', () => expect(screen.getByLabelText('Name')).toHaveValue('a')],
  ];
  const dialog = () => screen.getByRole('alertdialog', { name: discardQuestion });
  test.each(states)('%s', async (_what, check) => {
    begin();
    await userEvent.keyboard('a{Escape}');
    check();
  });
});

function begin() {
  render(
    <SubscriberCardProvider adapter={createHeldAdapter().adapter}>
      <NewDeal />
    </SubscriberCardProvider>,
  );
  act(() => screen.getByLabelText('Name').focus());
}
