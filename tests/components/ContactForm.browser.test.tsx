import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { createMemoryAdapter, type MemoryAdapterOptions } from '../../src/adapters/createMemoryAdapter.ts';
import { ContactForm } from '../../src/components/ContactForm.tsx';
import type { Contact } from '../../src/model/contact.ts';
import { findSentence, querySentence } from '../support/findSentence.ts';
import { aContact, aMember, aSubscriber, aVariable } from '../support/fixtures.ts';
import { marina, type PartOptions, renderPart } from '../support/renderPart.tsx';

const bruno = aMember({ id: 'bruno', name: 'Bruno Lima' });
const linked = aContact({
  phones: [
    { id: 'p1', value: '+55 11 98123-4567', primary: true },
    { id: 'p2', value: '+55 11 5555-0000', primary: false },
  ],
  emails: [{ id: 'e1', value: 'marina@example.com', primary: true }],
  assignee: bruno,
  url: 'https://crm.example.com/contacts/1',
  fields: [
    aVariable({ key: 'company', label: 'Company', value: 'Estúdio MO' }),
    aVariable({ key: 'source', label: 'Source', value: null }),
  ],
});
const twin = aContact({
  id: 'twin',
  firstName: 'Mari',
  lastName: 'O.',
  emails: [{ value: 'mari@example.com', primary: true }],
});

function anAdapter(contact: Contact | null = linked, options: MemoryAdapterOptions = {}) {
  return createMemoryAdapter({
    subscribers: [
      aSubscriber({ name: '' }),
      aSubscriber({
        id: 'bea',
        name: 'Bea van Dijk',
        variables: [
          aVariable({ key: 'phone', type: 'phone', value: '+31 20 555 0199' }),
          aVariable({ key: 'email', type: 'email', value: 'bea@example.com' }),
        ],
      }),
    ],
    contacts: contact ? { marina: contact } : {},
    otherContacts: [twin],
    members: [bruno],
    operator: 'Ana Souza',
    ...options,
  });
}

type Adapter = ReturnType<typeof anAdapter>;
const show = (adapter: Adapter, options: PartOptions = {}) => renderPart(<ContactForm />, adapter, options);
const contactOf = (adapter: Adapter) => adapter.control.server.contact(marina);
const callsOf = (adapter: Adapter, method: string) =>
  adapter.control.calls.filter((call) => call.method === method);
const field = (name: string) => screen.getByRole('textbox', { name });
const findField = (name: string) => screen.findByRole('textbox', { name });
const button = (name: string) => screen.getByRole('button', { name });
const findButton = (name: string) => screen.findByRole('button', { name });

test('adds a contact with its phones and e-mail addresses', async () => {
  const adapter = anAdapter(null);
  show(adapter);
  await screen.findByRole('form', { name: 'Add contact' });
  expect(screen.getByText('Enter a name and the details, then save the contact.')).toBeVisible();
  await userEvent.fill(field('First name'), 'Marina');
  await userEvent.fill(field('Last name'), 'Oliveira');
  await userEvent.fill(field('Phone'), '+55 11 98123-4567');
  await userEvent.click(button('Add phone'));
  expect(field('Phone 2')).toHaveFocus();
  await userEvent.keyboard('+55 11 5555-0000');
  await userEvent.click(button('Make primary'));
  await userEvent.fill(field('Email'), 'marina@example.com');
  await userEvent.click(button('Add email'));
  await userEvent.click(button('Save contact'));

  await waitFor(() =>
    expect(contactOf(adapter)).toMatchObject({
      firstName: 'Marina',
      lastName: 'Oliveira',
      phones: [
        { value: '+55 11 98123-4567', primary: false },
        { value: '+55 11 5555-0000', primary: true },
      ],
      emails: [{ value: 'marina@example.com', primary: true }],
    }),
  );
  expect(await screen.findByRole('form', { name: 'Contact' })).toBeVisible();
  expect(field('First name')).toHaveValue('Marina');
  expect(callsOf(adapter, 'createContact')).toHaveLength(1);
});

test('offers a new contact filled in with what the chat knows', async () => {
  const adapter = anAdapter(null);
  show(adapter, { subscriber: { id: 'bea' } });
  await screen.findByRole('form', { name: 'Add contact' });
  await waitFor(() => expect(field('First name')).toHaveValue('Bea'));
  expect(field('Last name')).toHaveValue('van Dijk');
  expect(field('Phone')).toHaveValue('+31 20 555 0199');
  expect(field('Email')).toHaveValue('bea@example.com');
  expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
  await userEvent.click(button('Save contact'));
  await waitFor(() =>
    expect(adapter.control.server.contact({ id: 'bea' })).toMatchObject({ firstName: 'Bea' }),
  );
});

test('asks for a name or a way to reach them, and sends nothing without', async () => {
  const adapter = anAdapter(null);
  show(adapter);
  await userEvent.click(await findButton('Save contact'));
  expect(field('First name')).toHaveAccessibleDescription('Enter a name, a phone or an email.');
  await waitFor(() => expect(field('First name')).toHaveFocus());
  expect(callsOf(adapter, 'createContact')).toHaveLength(0);
  await userEvent.keyboard('M');
  expect(field('First name')).not.toHaveAttribute('aria-invalid');
});

test('creates one contact, however often Save is pressed', async () => {
  const adapter = anAdapter(null, { delay: (method) => (method === 'createContact' ? 100 : 0) });
  show(adapter);
  await userEvent.fill(await findField('First name'), 'Marina');
  await userEvent.keyboard('{Enter}{Enter}{Enter}');
  button('Save contact').click();
  button('Save contact').click();
  await waitFor(() => expect(contactOf(adapter)).toMatchObject({ firstName: 'Marina' }));
  await screen.findByRole('form', { name: 'Contact' });
  expect(callsOf(adapter, 'createContact')).toHaveLength(1);
});

test('updates a contact with what was changed and nothing else', async () => {
  const adapter = anAdapter();
  show(adapter);
  await screen.findByRole('form', { name: 'Contact' });
  await userEvent.fill(field('Last name'), 'Oliveira Costa');
  await userEvent.click(button('Save contact'));
  await waitFor(() => expect(contactOf(adapter)).toMatchObject({ lastName: 'Oliveira Costa' }));
  expect(callsOf(adapter, 'updateContact').map(({ args }) => args[2])).toEqual([
    { lastName: 'Oliveira Costa' },
  ]);
  expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
});

test('offers to save what was changed, and sends nothing where nothing was', async () => {
  const adapter = anAdapter();
  show(adapter);
  const name = await findField('First name');
  expect(screen.queryByRole('button', { name: 'Save contact' })).toBeNull();
  await userEvent.click(name);
  await userEvent.keyboard('{Enter}');
  expect(callsOf(adapter, 'updateContact')).toHaveLength(0);
  await userEvent.fill(name, 'Mariana');
  await userEvent.click(button('Save contact'));
  await waitFor(() => expect(contactOf(adapter)).toMatchObject({ firstName: 'Mariana' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Save contact' })).toBeNull());
  expect(screen.getByRole('form', { name: 'Contact' })).toHaveFocus();
});

test('each list has its button below its last row, and what is saved is the last row of all', async () => {
  show(anAdapter());
  await userEvent.fill(await findField('First name'), 'Mariana');
  await userEvent.click(button('More fields'));
  await screen.findByText('Estúdio MO');
  const tops = [
    screen.getByRole('textbox', { name: 'Phone 2' }),
    button('Add phone'),
    field('Email'),
    button('Add email'),
    screen.getByText('Estúdio MO'),
    button('Save contact'),
  ].map((element) => element.getBoundingClientRect().top);
  expect(tops).toEqual([...tops].sort((one, other) => one - other));
});

test('says which phone is the primary one, removes one, and the focus stays near', async () => {
  const adapter = anAdapter();
  show(adapter);
  await screen.findByRole('form', { name: 'Contact' });
  expect(screen.getByText('Primary')).toBeVisible();
  expect(screen.getAllByRole('button', { name: 'Make primary' })).toHaveLength(1);
  await userEvent.click(field('Phone'));
  await userEvent.click(button('Remove phone 1'));
  expect(field('Phone')).toHaveValue('+55 11 5555-0000');
  expect(field('Phone')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() =>
    expect(contactOf(adapter)?.phones).toEqual([{ id: 'p2', value: '+55 11 5555-0000', primary: true }]),
  );
});

test('asks before it drops what was typed', async () => {
  show(anAdapter());
  await userEvent.fill(await findField('First name'), 'Mariana');
  await userEvent.keyboard('{Escape}');
  expect(button('Keep editing')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(field('First name')).toHaveValue('Mariana');
  await userEvent.click(button('Cancel'));
  await userEvent.click(button('Discard'));
  expect(field('First name')).toHaveValue('Marina');
});

test('puts what cannot be a phone at its row, and the focus there', async () => {
  const adapter = anAdapter();
  show(adapter);
  await userEvent.click(await findButton('Add phone'));
  await userEvent.keyboard('call me');
  await userEvent.fill(field('Email'), 'nobody');
  await userEvent.click(button('Save contact'));
  expect(field('Phone 3')).toHaveAccessibleDescription(/Enter a phone number/);
  expect(field('Phone')).not.toHaveAttribute('aria-invalid');
  expect(field('Email')).toHaveAccessibleDescription(/Enter an email address/);
  await waitFor(() => expect(field('Phone 3')).toHaveFocus());
  expect(callsOf(adapter, 'updateContact')).toHaveLength(0);
});

test('puts what the server refuses at its row, also beside an empty one, with the text kept', async () => {
  const adapter = anAdapter(null);
  adapter.control.failNext(
    'createContact',
    new AdapterError('invalid', 'no', {
      issues: [
        { path: 'phones.1.value', message: 'This number is blocked.' },
        { path: 'lastName', message: 'Too short.' },
        { path: 'account', message: 'The account is full.' },
      ],
    }),
  );
  show(adapter);
  await userEvent.fill(await findField('Phone'), '+55 11 98123-4567');
  await userEvent.click(button('Add phone'));
  await userEvent.click(button('Add phone'));
  await userEvent.keyboard('+55 11 5555-0000');
  await userEvent.fill(field('Last name'), 'O');
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(field('Phone 3')).toHaveAccessibleDescription('This number is blocked.'));
  expect(field('Last name')).toHaveAccessibleDescription('Too short.');
  expect(screen.getByRole('alert')).toHaveTextContent('The account is full.');
  expect(field('Phone 3')).toHaveValue('+55 11 5555-0000');
  await waitFor(() => expect(field('Last name')).toHaveFocus());
});

test('keeps a new contact in sight that may not be created', async () => {
  const adapter = anAdapter(null);
  adapter.control.failNext(
    'createContact',
    new AdapterError('forbidden', 'no', { reason: 'Ask a manager.' }),
  );
  show(adapter);
  await userEvent.fill(await findField('First name'), 'Marina');
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByText('Read only: Ask a manager.')).toBeVisible();
  expect(field('First name')).toHaveValue('Marina');
});

test.each(['forbidden', 'unsupported', 'not-found'] as const)(
  'says why the whole contact was refused (%s), with the text kept',
  async (code) => {
    const adapter = anAdapter();
    adapter.control.failNext('updateContact', new AdapterError(code, 'no', { reason: 'Not in your team.' }));
    show(adapter);
    await userEvent.fill(await findField('First name'), 'Mariana');
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Not in your team.');
    expect(field('First name')).toHaveValue('Mariana');
  },
);

test.each(['unknown', 'malformed'] as const)('keeps an update that failed (%s): Retry', async (code) => {
  const adapter = anAdapter();
  adapter.control.failNext('updateContact', new AdapterError(code, 'boom'));
  show(adapter);
  await userEvent.fill(await findField('First name'), 'Mariana');
  await userEvent.keyboard('{Enter}');
  await userEvent.click(await findButton('Retry'));
  await waitFor(() => expect(contactOf(adapter)).toMatchObject({ firstName: 'Mariana' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull());
});

test.each(['timeout', 'unavailable', 'offline', 'rate-limited', 'unauthorized'] as const)(
  'shows an update that waits (%s)',
  async (code) => {
    const adapter = anAdapter();
    adapter.control.setFail((method) =>
      method === 'updateContact' ? new AdapterError(code, code) : undefined,
    );
    show(adapter);
    await userEvent.fill(await findField('First name'), 'Mariana');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('form')).toHaveAttribute('data-pending'));
    expect(field('First name')).toHaveValue('Mariana');
  },
);

test('cannot tell whether the contact was created: looks, and finds it', async () => {
  const adapter = anAdapter(null, { idempotent: false });
  adapter.control.failNext('createContact', new AdapterError('timeout', 'no answer'));
  show(adapter);
  await userEvent.fill(await findField('First name'), 'Marina');
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByText('We could not tell whether it was saved.')).toBeVisible();
  expect(field('First name')).toHaveValue('Marina');
  await userEvent.click(button('Check'));
  await waitFor(() => expect(callsOf(adapter, 'getContact').length).toBeGreaterThan(1));
  expect(callsOf(adapter, 'createContact')).toHaveLength(1);
  await userEvent.click(button('Try again'));
  await waitFor(() => expect(contactOf(adapter)).toMatchObject({ firstName: 'Marina' }));
});

test('finds a duplicate while it is typed, and links it instead', async () => {
  const adapter = anAdapter(null);
  show(adapter);
  await userEvent.fill(await findField('First name'), 'Marina');
  await userEvent.fill(field('Email'), 'MARI@example.com');
  expect(await findSentence('Mari O. already has MARI@example.com.')).toBeVisible();
  expect(callsOf(adapter, 'findContacts')).toHaveLength(1);
  await userEvent.click(button('Link it instead'));
  await waitFor(() => expect(contactOf(adapter)?.id).toBe('twin'));
  await waitFor(() => expect(field('First name')).toHaveValue('Mari'));
  expect(screen.queryByText(/Linked to/)).toBeNull();
});

test('keeps what was typed when the link cannot be made', async () => {
  const adapter = anAdapter(null);
  adapter.control.failNext('linkContact', new AdapterError('forbidden', 'no'));
  show(adapter);
  await userEvent.fill(await findField('First name'), 'Marina');
  await userEvent.fill(field('Email'), 'mari@example.com');
  await userEvent.click(await findButton('Link it instead'));
  expect(await findButton('Retry')).toBeVisible();
  expect(field('First name')).toHaveValue('Marina');
  await userEvent.click(button('Discard'));
  expect(field('First name')).toHaveValue('Marina');
});

test('offers to link the contact that the server names as the duplicate', async () => {
  const adapter = createMemoryAdapter({
    subscribers: [aSubscriber({ name: '' })],
    otherContacts: [twin],
    omit: ['findContacts'],
  });
  renderPart(<ContactForm />, adapter);
  await userEvent.fill(await findField('First name'), 'Marina');
  await userEvent.fill(field('Email'), 'mari@example.com');
  await userEvent.keyboard('{Enter}');
  expect(await findSentence('Mari O. already has mari@example.com.')).toBeVisible();
  expect(field('First name')).toHaveValue('Marina');
  await userEvent.click(button('Link it instead'));
  await waitFor(() => expect(adapter.control.server.contact(marina)?.id).toBe('twin'));
});

test('offers no link where the backend links nothing', async () => {
  const adapter = createMemoryAdapter({
    subscribers: [aSubscriber({ name: '' })],
    otherContacts: [twin],
    omit: ['linkContact'],
  });
  renderPart(<ContactForm />, adapter);
  await userEvent.fill(await findField('Email'), 'mari@example.com');
  await findSentence('Mari O. already has mari@example.com.');
  expect(screen.queryByRole('button', { name: 'Link it instead' })).toBeNull();
});

test('keeps the text when a colleague changes the field, and asks whose is to stay', async () => {
  const adapter = anAdapter();
  show(adapter);
  await userEvent.fill(await findField('First name'), 'Mine');
  act(() => void adapter.control.actAs('Bruno').updateContact(marina, 'contact-1', { firstName: 'Theirs' }));
  const conflict = await screen.findByRole('group', { name: 'First name: two changes' });
  expect(conflict).toHaveTextContent('Bruno changed this to Theirs');
  expect(field('First name')).toHaveValue('Mine');
  await userEvent.click(field('First name'));
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(within(conflict).getByRole('button', { name: 'Keep mine' })).toHaveFocus());
  expect(callsOf(adapter, 'updateContact')).toHaveLength(0);
  await userEvent.keyboard('{Enter}');
  await userEvent.click(button('Save contact'));
  await waitFor(() => expect(contactOf(adapter)).toMatchObject({ firstName: 'Mine' }));
});

test('takes theirs, of a list of phones too', async () => {
  const adapter = anAdapter();
  show(adapter);
  await userEvent.fill(await findField('Phone'), '+55 11 1111-1111');
  act(() => {
    const phones = [{ value: '+55 11 2222-2222', primary: true }];
    adapter.control.actAs('Bruno').updateContact(marina, 'contact-1', { phones });
  });
  const conflict = await screen.findByRole('group', { name: 'Phone: two changes' });
  expect(conflict).toHaveTextContent('+55 11 2222-2222');
  await userEvent.click(within(conflict).getByRole('button', { name: 'Take theirs' }));
  expect(field('Phone')).toHaveValue('+55 11 2222-2222');
  expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
});

test('a field in which theirs was taken goes on showing what they change', async () => {
  const adapter = anAdapter();
  show(adapter);
  await userEvent.fill(await findField('First name'), 'Mine');
  const bruno = adapter.control.actAs('Bruno');
  act(() => void bruno.updateContact(marina, 'contact-1', { firstName: 'Theirs' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Take theirs' }));
  act(() => void bruno.updateContact(marina, 'contact-1', { firstName: 'Theirs again' }));
  await waitFor(() => expect(field('First name')).toHaveValue('Theirs again'));
  expect(screen.queryByRole('button', { name: 'Save contact' })).toBeNull();
});

test('typing on the way through what was there before is typing', async () => {
  const adapter = anAdapter();
  show(adapter);
  const input = await findField('First name');
  const before = (input as HTMLInputElement).value;
  await userEvent.fill(input, 'Other');
  adapter.control.setDelay(60_000);
  await userEvent.click(button('Save contact'));
  await userEvent.clear(input);
  await userEvent.type(input, `${before}xy`);
  expect(input).toHaveValue(`${before}xy`);
});

test('news of a colleague reaches the fields that nobody types into', async () => {
  const adapter = anAdapter();
  show(adapter);
  await userEvent.fill(await findField('First name'), 'Mine');
  act(() => void adapter.control.actAs('Bruno').updateContact(marina, 'contact-1', { lastName: 'Costa' }));
  await waitFor(() => expect(field('Last name')).toHaveValue('Costa'));
  expect(field('First name')).toHaveValue('Mine');
  expect(screen.queryByRole('group', { name: /two changes/ })).toBeNull();
});

test('shows a collision found by the server beside its field', async () => {
  const adapter = anAdapter();
  show(adapter);
  await screen.findByRole('form', { name: 'Contact' });
  adapter.control.disconnect();
  adapter.control.actAs('Bruno').updateContact(marina, 'contact-1', { firstName: 'Theirs' });
  await userEvent.fill(field('First name'), 'Mine');
  await userEvent.keyboard('{Enter}');
  const conflict = await screen.findByRole('group', { name: 'First name: two changes' });
  expect(conflict).toHaveTextContent('Yours: Mine');
  await userEvent.click(within(conflict).getByRole('button', { name: 'Keep mine' }));
  await waitFor(() => expect(contactOf(adapter)).toMatchObject({ firstName: 'Mine' }));
});

test('More fields reveals the other filled fields, which are edited like variables', async () => {
  const adapter = anAdapter();
  show(adapter);
  await userEvent.click(await findButton('More fields'));
  expect(button('Fewer fields')).toHaveAttribute('aria-expanded', 'true');
  expect(await screen.findByText('Estúdio MO')).toBeVisible();
  expect(screen.queryByText('Source')).toBeNull();
  await userEvent.hover(screen.getByText('Company'));
  await userEvent.click(button('Edit Company'));
  await userEvent.fill(await findField('Company'), 'MO Ltda');
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(contactOf(adapter)?.fields[0]).toMatchObject({ value: 'MO Ltda' }));
});

test('shows who looks after the contact, and opens its page through the router of the host', async () => {
  const onNavigate = vi.fn((_url: string, event: { preventDefault(): void }) => event.preventDefault());
  show(anAdapter(), { onNavigate });
  await screen.findByText('Bruno Lima');
  await userEvent.click(screen.getByRole('link', { name: 'Open in CRM: Marina Oliveira' }));
  expect(onNavigate).toHaveBeenCalledWith('https://crm.example.com/contacts/1', expect.anything());
});

test('keeps what is typed when the conversation is switched, and while nothing of it is drawn', async () => {
  const { show: switchTo } = show(anAdapter());
  await userEvent.fill(await findField('First name'), 'Mariana');
  switchTo({ id: 'bea' });
  await screen.findByRole('form', { name: 'Add contact' });
  switchTo(marina, <p>nothing</p>);
  switchTo(marina);
  await waitFor(() => expect(field('First name')).toHaveValue('Mariana'));
  expect(button('Cancel')).toBeVisible();
});

test('a contact linked elsewhere while a new one is typed: the text can be copied', async () => {
  const adapter = anAdapter(null);
  show(adapter);
  await userEvent.fill(await findField('First name'), 'Marina');
  await userEvent.fill(field('Phone'), '+55 11 98123-4567');
  act(() => void adapter.control.actAs('Bruno').linkContact(marina, 'twin'));
  expect(await findSentence('Linked to Mari O.')).toBeVisible();
  expect(field('First name')).toHaveValue('Mari');
  expect(button('Copy my text')).toBeVisible();
  await userEvent.click(button('Discard'));
  expect(querySentence('Linked to Mari O.')).toBeNull();
});

test('a contact unlinked elsewhere while it is edited: the text can be copied', async () => {
  const adapter = anAdapter();
  show(adapter);
  await userEvent.fill(await findField('First name'), 'Mariana');
  act(() => adapter.control.actAs('Bruno').unlinkContact(marina));
  expect(await screen.findByText('This contact was unlinked elsewhere.')).toBeVisible();
  expect(button('Copy my text')).toBeVisible();
  expect(await screen.findByRole('form', { name: 'Add contact' })).toBeVisible();
});

test('is read-only with the reason', async () => {
  show(anAdapter(), { readOnly: 'Your role may only read.' });
  expect(await screen.findByText('Read only: Your role may only read.')).toBeVisible();
  expect(field('First name')).toHaveAttribute('readonly');
  expect(screen.queryByRole('button', { name: /Save|Add|Remove|Make/ })).toBeNull();
});

test('says that there is none where the backend creates none', async () => {
  const adapter = createMemoryAdapter({ subscribers: [aSubscriber()], omit: ['createContact'] });
  renderPart(<ContactForm />, adapter);
  expect(await screen.findByText('No contact in the CRM yet')).toBeVisible();
  expect(screen.queryByRole('form')).toBeNull();
});

test('draws nothing where no subscriber is selected', () => {
  const { container } = show(anAdapter(), { subscriber: null });
  expect(container.querySelector('.sbc-contact')).toBeNull();
});

test('cuts no number and no address at the narrowest width', async () => {
  renderPart(<ContactForm />, anAdapter(), { width: 280 });
  await screen.findByRole('form', { name: 'Contact' });
  for (const name of ['First name', 'Phone', 'Phone 2', 'Email']) {
    const input = field(name);
    expect(input.scrollWidth, name).toBeLessThanOrEqual(input.clientWidth);
  }
});
