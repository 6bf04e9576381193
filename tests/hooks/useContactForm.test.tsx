// @vitest-environment jsdom
import { act, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { useContactForm } from '../../src/hooks/useContactForm.ts';
import { useContactLeftovers } from '../../src/hooks/useContactLeftovers.ts';
import { aSubscriber } from '../support/fixtures.ts';
import { doing, marina, renderCardHook } from '../support/renderCardHook.tsx';

async function openCreation(fail?: AdapterError) {
  const adapter = createMemoryAdapter({ subscribers: [aSubscriber()] });
  if (fail) adapter.control.failNext('createContact', fail);
  const { result } = renderCardHook(() => ({ form: useContactForm(), left: useContactLeftovers() }), adapter);
  await waitFor(() => expect(result.current.form.contactId).toBeNull());
  act(() => result.current.form.form.change('firstName', 'Mari'));
  const brunoLinks = () => {
    const draft = { firstName: 'Marina', lastName: '', phones: [], emails: [] };
    return act(async () => void adapter.control.actAs('Bruno').createContact(marina, draft));
  };
  const save = () => doing(() => result.current.form.form.submit());
  return { adapter, result, brunoLinks, save };
}

test('a contact that a colleague was faster to create is shown, with what was typed for one’s own beside it', async () => {
  const { adapter, result, brunoLinks, save } = await openCreation();
  adapter.control.disconnect();
  await brunoLinks();
  save();
  await waitFor(() => expect(result.current.form.contactId).not.toBeNull());
  expect(result.current.form.form.inputs.firstName).toBe('Marina');
  expect(result.current.left).toMatchObject({ isOfNew: true, text: expect.stringContaining('Mari') });
  expect(result.current.form.saveStatus).toBeUndefined();
});

test('a creation that failed can be retried and given up where another contact was linked since', async () => {
  const { result, brunoLinks, save } = await openCreation(new AdapterError('unknown', 'Broken.'));
  save();
  await waitFor(() => expect(result.current.form.saveStatus).toBe('failed'));
  await brunoLinks();
  await waitFor(() => expect(result.current.form.contactId).not.toBeNull());
  expect(result.current.form.saveStatus).toBe('failed');
  act(() => result.current.form.retrySave());
  await waitFor(() => expect(result.current.form.saveStatus).toBeUndefined());
  expect(result.current.left).toMatchObject({ isOfNew: true, text: expect.stringContaining('Mari') });
});
