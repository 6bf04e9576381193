import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { holdCalls } from '../catalogue/holdCalls.ts';
import { aBackend, ann, button, renderCard } from '../catalogue/renderCard.tsx';
import { announcements } from '../support/announcements.ts';
import { aContact } from '../support/fixtures.ts';
import { findPencil, getField, getRow, storedValue, typeInto } from '../support/variableRows.tsx';

/** A backend that cannot be asked to write on a condition, and whose writes wait for the test. */
function unguarded() {
  const backend = aBackend({ revisions: 'none', contacts: { ann: aContact() } });
  const held = holdCalls(backend, 'setVariable', 'updateDeal', 'updateContact');
  renderCard(held.adapter);
  return { backend, ...held, maria: backend.control.actAs('Maria') };
}

const note = (name: string) => screen.findByRole('group', { name });

test('tells whose change of a variable was written over, and puts it back', async () => {
  const { backend, last, maria } = unguarded();
  await typeInto('Plan', 'pro');
  const said = announcements();
  await userEvent.keyboard('{Enter}');
  act(() => void maria.setVariable(ann, 'plan', 'team'));
  await act(async () => last().pass());
  expect(await note('Plan')).toHaveTextContent('You replaced Maria’s change (team)');
  await waitFor(() => expect(said.join(' ')).toContain('Plan: you replaced Maria’s change'));
  expect(within(getRow('Plan')).getByText('pro')).toBeVisible();
  await userEvent.click(within(await note('Plan')).getByRole('button', { name: 'Undo' }));
  await act(async () => last().pass());
  await waitFor(() => expect(storedValue(backend, 'plan', 'ann')).toBe('team'));
  expect(screen.queryByText(/^You replaced/)).toBeNull();
});

test('leaves it at one\u2019s own, and the focus in the row', async () => {
  const { backend, last, maria } = unguarded();
  await typeInto('Plan', 'pro');
  await userEvent.keyboard('{Enter}');
  act(() => void maria.setVariable(ann, 'plan', null));
  await act(async () => last().pass());
  expect(await note('Plan')).toHaveTextContent('You replaced Maria’s change (cleared)');
  within(await note('Plan'))
    .getByRole('button', { name: 'Dismiss' })
    .focus();
  await userEvent.keyboard('{Enter}');
  expect(screen.queryByText(/^You replaced/)).toBeNull();
  expect(getRow('Plan').contains(document.activeElement)).toBe(true);
  expect(storedValue(backend, 'plan', 'ann')).toBe('pro');
});

test('tells it at the field of a deal', async () => {
  const { backend, last, maria } = unguarded();
  await userEvent.click(await button('Edit deal Wedding guest dress'));
  await userEvent.fill(await screen.findByRole('textbox', { name: 'Name' }), 'Mine');
  await userEvent.keyboard('{Enter}');
  act(() => void maria.updateDeal(ann, 'deal-1', { name: 'Theirs' }));
  await act(async () => last().pass());
  expect(await note('Name')).toHaveTextContent('You replaced Maria’s change (Theirs)');
  await userEvent.click(within(await note('Name')).getByRole('button', { name: 'Undo' }));
  await act(async () => last().pass());
  await waitFor(() => expect(backend.control.server.deals(ann)).toMatchObject([{ name: 'Theirs' }]));
});

test('tells it at the field of a contact', async () => {
  const { backend, last, maria } = unguarded();
  await findPencil('Plan');
  await userEvent.click(await screen.findByRole('tab', { name: 'Contact' }));
  await userEvent.fill(await screen.findByRole('textbox', { name: 'First name' }), 'Anna');
  await userEvent.keyboard('{Enter}');
  act(() => void maria.updateContact(ann, aContact().id, { firstName: 'Annie' }));
  await act(async () => last().pass());
  expect(await note('First name')).toHaveTextContent('You replaced Maria’s change (Annie)');
  await userEvent.click(within(await note('First name')).getByRole('button', { name: 'Undo' }));
  await act(async () => last().pass());
  await waitFor(() => expect(backend.control.server.contact(ann)).toMatchObject({ firstName: 'Annie' }));
  expect(getField('First name')).toHaveValue('Annie');
});
