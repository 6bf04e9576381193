import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import {
  createDemoData,
  createMemoryAdapter,
  type MemoryAdapterOptions,
} from '../../src/adapters/createMemoryAdapter.ts';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import { en } from '../../src/i18n/en.ts';
import type { ErrorCode } from '../../src/model/errorCode.ts';
import type { SubscriberRef } from '../../src/model/subscriber.ts';
import { toPseudoLocale } from '../../stories/support/toPseudoLocale.ts';
import { settled } from '../a11y/settled.ts';
import { renderPart } from '../support/renderPart.tsx';
import { strayText } from '../support/strayText.ts';

// No letter of the English alphabet is ours there; what Intl writes comes in Japanese.
const locale = { ...toPseudoLocale(en), locale: 'ja' };
const { messages } = locale;
const { section, variables, deals, contact, tags, save, conflict, validation, card } = messages;
const demo = createDemoData(Date.parse('2025-11-12T14:20:00Z'));
const marina: SubscriberRef = { id: 'marina' };

function renderCard(subscriber: SubscriberRef | null = marina, options: MemoryAdapterOptions = {}) {
  const adapter = createMemoryAdapter({ ...demo, operator: 'Ana Souza', ...options });
  const view = renderPart(<SubscriberCard subscriber={subscriber} />, adapter, { locale, subscriber });
  return { ...view, adapter };
}

const findStray = () => strayText(document.body, [demo, 'outside', 'Ana Souza', 'Bea', 'typed Oliveira']);
const findCard = () => screen.findByRole('heading', { name: section.variables });
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const openTab = async (name: string) => fireEvent.click(await screen.findByRole('tab', { name }));

async function typeInto(label: string, text: string) {
  await press(variables.edit(label));
  await userEvent.fill(await screen.findByRole('textbox', { name: label }), text);
  await userEvent.keyboard('{Enter}');
}

describe('in nobody’s language all is of that language but the data', () => {
  test.each(demo.subscribers?.map(({ id }) => id) ?? [])('on the card of %s', async (id) => {
    renderCard({ id });
    await findCard();
    await screen.findByRole('tab', { name: deals.tab });
    expect(findStray()).toEqual([]);
  });

  test('in each editor of a variable', async () => {
    renderCard();
    await findCard();
    const labels =
      demo.subscribers?.find(({ id }) => id === 'marina')?.variables.map(({ label }) => label) ?? [];
    const pencils = labels
      .map((label) => variables.edit(label))
      .filter((name) => screen.queryByRole('button', { name }));
    for (const name of pencils) {
      fireEvent.click(screen.getByRole('button', { name }));
      await waitFor(() => expect(screen.queryByRole('button', { name })).toBeNull());
      expect(findStray(), name).toEqual([]);
    }
    expect(pencils.length).toBeGreaterThan(5);
  });

  test('in the list of tags, and where none matches', async () => {
    renderCard();
    const field = await screen.findByRole('combobox', { name: tags.add });
    fireEvent.click(field);
    await screen.findByRole('listbox');
    expect(findStray()).toEqual([]);
    await userEvent.fill(field, 'typed');
    await screen.findByRole('option', { name: tags.create('typed') });
    expect(findStray()).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await press(tags.remove('VIP'));
    expect(findStray()).toEqual([]);
  });

  test('in the form of a deal, new and old, and where it is refused', async () => {
    renderCard();
    await openTab(deals.tab);
    await press(deals.add);
    await screen.findByRole('form', { name: messages.dealForm.label });
    expect(findStray()).toEqual([]);
    await press(messages.dealForm.save);
    await screen.findByText(messages.dealForm.nameNeeded);
    expect(findStray()).toEqual([]);
    await press(messages.dealForm.cancel);
    const [pencil] = await screen.findAllByRole('button', { name: /^⟦Éđíťéđ đéáĺđé/ });
    if (pencil) fireEvent.click(pencil);
    await screen.findByRole('textbox', { name: messages.dealForm.name });
    expect(findStray()).toEqual([]);
  });

  test('in the form of a contact', async () => {
    renderCard();
    await openTab(contact.tab);
    await press(contact.addPhone);
    await press(contact.addEmail);
    expect(findStray()).toEqual([]);
    await userEvent.fill(await screen.findByRole('textbox', { name: contact.firstName }), 'typed');
    await press(contact.cancel);
    await screen.findByText(messages.form.discardQuestion);
    expect(findStray()).toEqual([]);
  });

  test('where a value is not valid', async () => {
    renderCard();
    await typeInto('Email', 'typed');
    await screen.findByText(validation['not-an-email']);
    expect(findStray()).toEqual([]);
  });

  const codes = Object.keys(en.messages.errors) as ErrorCode[];

  test.each(codes)('where a save fails with %s', async (code) => {
    const { adapter } = renderCard();
    await findCard();
    adapter.control.setFail((method) => (method === 'setVariable' ? new AdapterError(code, '') : undefined));
    await typeInto('Dress size', 'typed');
    const sent = () => adapter.control.calls.map(({ method }) => method);
    await waitFor(() => expect(sent()).toContain('setVariable'));
    await settled();
    expect(findStray()).toEqual([]);
  });

  test.each(codes)('where a load fails with %s', async (code) => {
    renderCard(marina, { fail: () => new AdapterError(code, '') });
    await settled();
    expect(document.body.textContent).toMatch(/⟦/);
    expect(findStray()).toEqual([]);
  });

  test('where somebody else changes what is typed here', async () => {
    const { adapter } = renderCard();
    await press(variables.edit('Dress size'));
    await userEvent.fill(await screen.findByRole('textbox', { name: 'Dress size' }), 'typed');
    adapter.control.actAs('Bea').setVariable(marina, 'dress_size', 'Bea');
    await screen.findByRole('button', { name: conflict.keepMine });
    expect(findStray()).toEqual([]);
  });

  test('where nobody is shown, or somebody who is gone', async () => {
    const { show } = renderCard(null);
    await screen.findByText(card.noneSelected);
    expect(findStray()).toEqual([]);
    show({ id: 'nobody' }, <SubscriberCard subscriber={{ id: 'nobody' }} />);
    await screen.findByText(card.notFound);
    expect(findStray()).toEqual([]);
  });

  test('where saving waits', async () => {
    const { adapter } = renderCard();
    await findCard();
    adapter.control.setFail(() => new AdapterError('offline', ''));
    await typeInto('Dress size', 'typed');
    await screen.findByText(messages.banner.offline(1));
    expect(findStray()).toEqual([]);
  });
});

test('a text that is wired into a component is found, in an attribute too, and one that is put together', () => {
  render(
    <section aria-label="Wired in">
      {save.retry} Wired, {variables.edit('Email')}
      <p title={`${section.tags}${save.retry.slice(0, -1)}`} />
    </section>,
  );
  expect(findStray()).toEqual([
    expect.stringMatching(/^Wired in "/),
    expect.stringMatching(/^Wired in in "/),
    expect.stringMatching(/^a bracket without its other/),
  ]);
});
