import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import { defineSubscriberCard } from '../../src/element/defineSubscriberCard.ts';
import { aDeal, aPipeline, aSubscriber, aTag, aVariable } from '../support/fixtures.ts';
import { marina, renderPart } from '../support/renderPart.tsx';

/** What the host has heard on its document: it leaves alone what is typed into a field, as most do. */
let heard: string[];
const types = ['keydown', 'keypress'] as const;

function listen({ type, key, target }: KeyboardEvent) {
  const isField = target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');
  if (!isField && !['Tab', 'Shift', 'Control'].includes(key)) heard.push(`${type} ${key}`);
}

beforeEach(() => {
  heard = [];
  for (const type of types) document.addEventListener(type, listen);
});
afterEach(() => {
  for (const type of types) document.removeEventListener(type, listen);
});

function backend() {
  const options = [
    { id: 'jade', label: 'Jade' },
    { id: 'kiwi', label: 'Kiwi' },
  ];
  const variables = [
    aVariable(),
    aVariable({ key: 'tier', label: 'Tier', type: 'select', value: 'jade', options }),
    aVariable({ key: 'news', label: 'News', type: 'boolean', value: true }),
  ];
  return createMemoryAdapter({
    subscribers: [aSubscriber({ variables, tagging: { tags: [aTag()] } })],
    tags: [aTag(), aTag({ id: 'jumper', name: 'Jumper' })],
    pipelines: [aPipeline(), aPipeline({ id: 'kiosk', name: 'Kiosk' })],
    deals: { marina: [aDeal()] },
  });
}

const show = (options = {}) => {
  const adapter = backend();
  renderPart(<SubscriberCard subscriber={marina} />, adapter, options);
  return adapter;
};
const click = async (role: string, name: string) => userEvent.click(await screen.findByRole(role, { name }));

describe('the host does not hear', () => {
  test('what chooses in a list, and hears it again when nothing is open', async () => {
    show();
    await click('button', 'Edit Tier');
    await screen.findByRole('option', { name: 'Kiwi' });
    await userEvent.keyboard('jk{ArrowUp}{ArrowDown}{Escape}');
    expect(screen.queryByRole('option')).toBeNull();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Edit Tier' })).toHaveFocus());
    expect(heard).toEqual([]);
    await userEvent.keyboard('j{Escape}');
    expect(heard).toEqual(['keydown j', 'keypress j', 'keydown Escape']);
  });

  test.each([false, true])(
    'what chooses in the select of a form (the browser’s own: %s)',
    async (nativeSelect) => {
      show({ nativeSelect });
      await click('button', 'Add deal');
      const field = await screen.findByRole('combobox', { name: 'Pipeline' });
      field.focus();
      await userEvent.keyboard('k');
      await waitFor(() => expect(screen.getByRole('combobox', { name: 'Step' })).toBeEnabled());
      if (nativeSelect) await waitFor(() => expect(field).toHaveValue('kiosk'));
      else {
        await userEvent.keyboard('{ArrowDown}');
        await screen.findByRole('option', { name: 'Sales' });
        await userEvent.keyboard('s{ArrowDown}{ArrowUp}{Escape}');
        await waitFor(() => expect(field).toHaveAttribute('aria-expanded', 'false'));
      }
      expect(heard).toEqual([]);
    },
  );

  test('the Backspace that removes a tag, and the arrows that go to it', async () => {
    const adapter = show();
    await click('combobox', 'Add tag');
    await userEvent.keyboard('{Escape}{Backspace}{Home}{Delete}');
    await waitFor(() => expect(adapter.control.server.subscriber(marina)?.tagging.tags).toEqual([]));
    expect(heard).toEqual([]);
  });

  test('the arrows among the tabs', async () => {
    show();
    (await screen.findByRole('tab', { name: 'Deals' })).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(heard).toEqual([]);
  });

  test('the keys of the undo that was used', async () => {
    const adapter = show();
    await click('switch', 'News');
    await screen.findByRole('button', { name: 'Undo' });
    heard = [];
    await userEvent.keyboard('{Control>}z{/Control}');
    const news = () => adapter.control.server.subscriber(marina)?.variables[2]?.value;
    await waitFor(() => expect(news()).toBe(true));
    expect(heard).toEqual([]);
  });

  test('the Escape that closes the form of a deal, or leaves an editor', async () => {
    show();
    await click('button', 'Add deal');
    await screen.findByRole('form', { name: 'New deal' });
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('form', { name: 'New deal' })).toBeNull());
    await click('button', 'Edit Plan');
    await screen.findByRole('textbox', { name: 'Plan' });
    await userEvent.keyboard('{Escape}');
    expect(heard).toEqual([]);
  });
});

describe('the host hears', () => {
  test('a letter on a button or a switch of ours, for that is not typing', async () => {
    show();
    (await screen.findByRole('switch', { name: 'News' })).focus();
    await userEvent.keyboard('/');
    expect(heard).toEqual(['keydown /', 'keypress /']);
  });
});

describe('in a shadow root, where a host cannot see that it is a field', () => {
  async function open() {
    defineSubscriberCard();
    const element = document.createElement('subscriber-card');
    Object.assign(element, { adapter: backend(), subscriber: marina, timeZone: 'UTC' });
    document.body.append(element);
    const card = await waitFor(() => {
      const found = element.shadowRoot?.querySelector<HTMLElement>('.sbc-card');
      expect(found).toBeInstanceOf(HTMLElement);
      return within(found!);
    });
    await userEvent.click(await card.findByRole('button', { name: 'Edit Plan' }));
    return { card, field: await card.findByRole('textbox', { name: 'Plan' }) };
  }

  test('the host does not hear what is typed, and it is typed', async () => {
    const { field } = await open();
    await userEvent.keyboard('j/k{Backspace}{ArrowLeft}');
    expect(field).toHaveValue('j/');
    expect(heard).toEqual([]);
  });

  test('the host hears what comes with Control, and an Escape that we had no use for', async () => {
    const { card } = await open();
    await userEvent.keyboard('{Control>}k{/Control}{Escape}');
    await waitFor(() => expect(card.queryByRole('textbox', { name: 'Plan' })).toBeNull());
    await userEvent.keyboard('{Escape}');
    expect(heard).toEqual(['keydown k', 'keydown Escape']);
  });
});
