import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { createBackend, openChat } from './openChat.tsx';
import { playStory } from './playStory.ts';
import { settled } from './settled.ts';

// K17: what is typed is about other people, and comes by more than keys.

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

test('no field offers what the browser remembers of the operator', async () => {
  await playStory('SubscriberCard/Default');
  const met = new Set<Element>();
  const collect = () => {
    for (const field of document.querySelectorAll('.sbc-root :is(input, textarea)')) met.add(field);
  };
  for (const pencil of await screen.findAllByRole('button', { name: /^Edit / })) {
    await userEvent.click(pencil);
    await settled();
    collect();
    await userEvent.keyboard('{Escape}{Escape}');
  }
  await press('Add deal');
  await screen.findByRole('form', { name: 'New deal' });
  collect();
  await userEvent.click(screen.getByRole('tab', { name: 'Contact' }));
  await press('Add phone');
  await press('Add email');
  collect();
  expect(met.size).toBeGreaterThan(15);
  expect([...met].filter((field) => field.getAttribute('autocomplete') !== 'off')).toEqual([]);
});

interface Place {
  /** Brings the focus to the field. */
  readonly reach: () => Promise<unknown>;
  readonly field: () => HTMLElement;
  /** What Enter would call. */
  readonly method: string;
}

const places: Readonly<Record<string, Place>> = {
  'a variable': {
    reach: () => press('Edit Plan'),
    field: () => screen.getByRole('textbox', { name: 'Plan' }),
    method: 'setVariable',
  },
  'the tags': {
    reach: async () => userEvent.click(await screen.findByRole('combobox', { name: 'Add tag' })),
    field: () => screen.getByRole('combobox', { name: 'Add tag' }),
    method: 'createTag',
  },
  'a new deal': {
    async reach() {
      await press('Add deal');
      await userEvent.click(await screen.findByRole('textbox', { name: 'Name' }));
    },
    field: () => screen.getByRole('textbox', { name: 'Name' }),
    method: 'createDeal',
  },
  'a contact': {
    async reach() {
      await userEvent.click(await screen.findByRole('tab', { name: 'Contact' }));
      await userEvent.tripleClick(await screen.findByRole('textbox', { name: 'Last name' }));
    },
    field: () => screen.getByRole('textbox', { name: 'Last name' }),
    method: 'updateContact',
  },
};

test.each(Object.entries(places))(
  'Enter and Escape of an input method are its own in %s, and the next Enter saves',
  async (_, { reach, field, method }) => {
    const backend = createBackend();
    openChat(backend);
    const calls = () => backend.control.calls.filter((call) => call.method === method).length;
    await reach();
    await waitFor(() => expect(field()).toHaveFocus());
    await compose('にほん');
    for (const key of ['Enter', 'Escape']) await pressInComposition(key);
    expect(field()).toHaveValue('にほん');
    expect(field()).toHaveFocus();
    await cdp().send('Input.insertText', { text: '日本' });
    expect(field()).toHaveValue('日本');
    expect(calls()).toBe(0);
    if (method === 'createTag') await screen.findByRole('option', { name: /日本/ });
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(calls()).toBe(1));
  },
);

/** What is being put together: nothing of it is certain yet. */
async function compose(text: string) {
  await cdp().send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });
}

/** A key that the input method takes, as a page is told of it. */
async function pressInComposition(key: string) {
  for (const type of ['rawKeyDown', 'keyUp'] as const) {
    await cdp().send('Input.dispatchKeyEvent', { type, key, windowsVirtualKeyCode: 229 });
  }
}
