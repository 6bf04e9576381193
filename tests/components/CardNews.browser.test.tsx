import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { aBackend, ann, button, renderCard } from '../catalogue/renderCard.tsx';
import { announcements } from '../support/announcements.ts';
import { aContact } from '../support/fixtures.ts';
import { typeInto } from '../support/variableRows.tsx';

test('says a conflict once, in the words of the row', async () => {
  const backend = aBackend();
  renderCard(backend);
  await typeInto('Plan', 'half a wo');
  const said = announcements();
  act(() => void backend.control.actAs('Maria').setVariable(ann, 'plan', 'team'));
  await waitFor(() => expect(said).toEqual(['Plan: two changes']));
});

test('says it also where the row is folded away', async () => {
  const backend = aBackend();
  renderCard(backend);
  await typeInto('Email', 'nobody');
  await userEvent.click(await button('Variables'));
  const said = announcements();
  act(() => void backend.control.actAs('Maria').setVariable(ann, 'email', 'c@d.co'));
  await waitFor(() => expect(said.join(' ')).toContain('Maria updated Email'));
  expect(said.join(' ')).not.toContain('two changes');
});

test('says once that a colleague changed the deal that is being edited', async () => {
  const backend = aBackend();
  renderCard(backend);
  await userEvent.click(await button('Edit deal Wedding guest dress'));
  await userEvent.fill(await screen.findByRole('textbox', { name: 'Name' }), 'Mine');
  const said = announcements();
  act(() => void backend.control.actAs('Maria').updateDeal(ann, 'deal-1', { name: 'Theirs' }));
  await screen.findByRole('group', { name: 'Name: two changes' });
  await waitFor(() => expect(said).toHaveLength(1));
  expect(said[0]).toContain('two changes');
});

test('says once that a colleague changed the contact that is being edited', async () => {
  const backend = aBackend({ contacts: { ann: aContact() } });
  renderCard(backend);
  await userEvent.click(await screen.findByRole('tab', { name: 'Contact' }));
  await userEvent.fill(await screen.findByRole('textbox', { name: 'First name' }), 'Anna');
  const said = announcements();
  act(() => void backend.control.actAs('Maria').updateContact(ann, aContact().id, { firstName: 'Annie' }));
  await waitFor(() => expect(said).toEqual(['Contact: two changes']));
});
