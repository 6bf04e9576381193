import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { toFieldId } from '../../src/model/field.ts';
import { aBackend, ann, button, findSeen, heading, querySeen, renderCard } from '../catalogue/renderCard.tsx';
import { findPencil, getField, typeInto } from '../support/variableRows.tsx';

const card = () => screen.getByRole('complementary');

async function loseDeal() {
  const backend = aBackend();
  renderCard(backend);
  await userEvent.click(await button('Edit deal Wedding guest dress'));
  await userEvent.fill(await screen.findByRole('textbox', { name: 'Name' }), 'Mine');
  act(() => backend.control.actAs('Maria').deleteDeal(ann, 'deal-1'));
  await findSeen('This deal was deleted elsewhere.');
  return backend;
}

test('shows what was typed into a deal that was deleted, and leaves the focus in the card', async () => {
  await loseDeal();
  expect(screen.getByRole('group', { name: 'Wedding guest dress' })).toHaveTextContent(
    'Yours: Mine · R$1,280.00',
  );
  expect(card().contains(document.activeElement)).toBe(true);
});

test('opens the form of a new deal on it, with the focus in there', async () => {
  const backend = await loseDeal();
  await userEvent.click(await button('Create as new'));
  expect(querySeen('This deal was deleted elsewhere.')).toBeNull();
  await screen.findByRole('textbox', { name: 'Name' });
  await waitFor(() => expect(screen.getByRole('form').contains(document.activeElement)).toBe(true));
  expect(getField('Name')).toHaveValue('Mine');
  await userEvent.click(await button('Save deal'));
  await waitFor(() =>
    expect(backend.control.server.deals(ann)).toMatchObject([
      { name: 'Mine', value: { currency: 'BRL' }, stepId: 'lead' },
    ]),
  );
});

test('gives it up when asked, with the focus left in the card', async () => {
  await loseDeal();
  (await button('Discard')).focus();
  await userEvent.keyboard('{Enter}');
  expect(querySeen('This deal was deleted elsewhere.')).toBeNull();
  expect(card().contains(document.activeElement)).toBe(true);
});

test('calls a variable that is gone by its last name', async () => {
  const backend = aBackend();
  renderCard(backend);
  await typeInto('City', 'Olinda');
  const { variables = [] } = backend.control.server.subscriber(ann) ?? {};
  const without = variables.filter(({ key }) => key !== 'city');
  const { getSubscriber } = backend;
  backend.getSubscriber = async (...args) => ({ ...(await getSubscriber(...args)), variables: without });
  act(() => backend.control.emit(ann, { type: 'invalidated', section: 'subscriber' }));
  const lost = await screen.findByRole('group', { name: 'City' });
  expect(lost).toHaveTextContent('City Olinda');
  expect(card().contains(document.activeElement)).toBe(true);
});

test('lets what was typed for a subscriber who is gone be given up', async () => {
  const backend = aBackend();
  renderCard(backend);
  await typeInto('Plan', 'pro');
  act(() => backend.control.actAs('Maria').deleteSubscriber(ann));
  await heading('This subscriber no longer exists');
  expect(screen.getByText('pro')).toBeVisible();
  (await button('Discard')).focus();
  await userEvent.keyboard('{Enter}');
  expect(screen.queryByText('pro')).toBeNull();
  expect(screen.getByText('They were deleted elsewhere.')).toBeVisible();
  expect(card().contains(document.activeElement)).toBe(true);
});

test('says of a deal that was saved in part what was and what was not', async () => {
  const backend = aBackend();
  renderCard(backend);
  await findPencil('Plan');
  const id = (name: 'name' | 'value') => toFieldId({ kind: 'deal', id: 'deal-1', name });
  const issues = [{ path: 'name', message: 'Too short.' }];
  backend.control.failNext(
    'updateDeal',
    new AdapterError('partial', 'x', {
      applied: [id('value')],
      failed: [{ fieldId: id('name'), error: new AdapterError('invalid', 'x', { issues }) }],
    }),
  );
  await userEvent.click(await button('Edit deal Wedding guest dress'));
  await userEvent.fill(await screen.findByRole('textbox', { name: 'Name' }), 'M');
  await userEvent.fill(getField('Value'), '99');
  await userEvent.keyboard('{Enter}');
  expect(await findSeen('Saved: Value. Not saved: Name.')).toBeVisible();
  expect(getField('Name')).toHaveValue('M');
  expect(getField('Name')).toHaveAccessibleDescription('Too short.');
});
