import '@fontsource/inter/400.css';
import '@fontsource/inter/500.css';
import '@fontsource/inter/600.css';
import { waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createDemoData, createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { defineSubscriberCard } from '../../src/element/defineSubscriberCard.ts';
import { mountSubscriberCard } from '../../src/element/mountSubscriberCard.tsx';
import unlayered from '../../src/styles/styles.unlayered.css?inline';
import { hostileSheets } from './hostileSheets.ts';
import { differences, looksOf } from './looks.ts';

const options = {
  subscriber: { id: 'marina', channel: 'instagram' },
  timeZone: 'UTC',
  theme: 'light',
} as const;

type Screen = ReturnType<typeof within>;

/** How a card is brought to where it shows what it shows only then. */
const situations: { readonly [name: string]: (screen: Screen) => Promise<unknown> } = {
  'as it comes': async () => {},
  'with the contact': async (screen) => {
    await userEvent.click(screen.getByRole('tab', { name: 'Contact' }));
    await screen.findByRole('textbox', { name: 'First name' });
  },
  'while a value is edited': async (screen) => {
    await userEvent.click(await screen.findByRole('button', { name: 'Edit Dress size' }));
    await screen.findByRole('textbox', { name: 'Dress size' });
  },
  'with the list of tags': async (screen) => {
    await userEvent.click(await screen.findByRole('combobox', { name: 'Add tag' }));
    await screen.findAllByRole('option');
  },
  'with the form of a deal': async (screen) => {
    await userEvent.click(await screen.findByRole('button', { name: 'Add deal' }));
    await screen.findByRole('combobox', { name: 'Step' });
  },
};

const places: { readonly [name: string]: (column: HTMLElement) => ParentNode } = {
  'under styles.unlayered.css': (column) => {
    addSheet(unlayered);
    mountSubscriberCard(column, { adapter: createMemoryAdapter(createDemoData()), ...options });
    return column;
  },
  'in <subscriber-card>': (column) => {
    const element = column.appendChild(document.createElement('subscriber-card'));
    Object.assign(element, { adapter: createMemoryAdapter(createDemoData()), ...options });
    return element.shadowRoot!;
  },
};

beforeAll(() => defineSubscriberCard());

afterEach(() => {
  for (const sheet of document.querySelectorAll('style[data-test]')) sheet.remove();
});

describe.each(Object.keys(places))('%s', (place) => {
  describe.each(Object.keys(situations))('the card %s', (situation) => {
    test('is as designed under every host', async () => {
      const card = await openCard(places[place]!, situations[situation]!);
      const before = looksOf(card);
      expect(before.length).toBeGreaterThan(200);
      for (const [name, css] of Object.entries(hostileSheets)) {
        const sheet = addSheet(css);
        await drawn();
        expect.soft(differences(before, looksOf(card), 2), name).toEqual([]);
        sheet.remove();
      }
    });
  });
});

async function openCard(
  place: (column: HTMLElement) => ParentNode,
  situation: (screen: Screen) => Promise<unknown>,
): Promise<HTMLElement> {
  const column = addBox('position: static; inline-size: 340px');
  const root = place(column);
  const card = await waitFor(() => {
    const found = root.querySelector<HTMLElement>('.sbc-card');
    expect(found).not.toBeNull();
    return found!;
  });
  const screen = within(card);
  await screen.findByRole('heading', { name: 'Marina Oliveira' });
  await screen.findAllByText('Wedding guest dress');
  await Promise.all([400, 500, 600].map((weight) => document.fonts.load(`${weight} 14px Inter`)));
  await situation(screen);
  await userEvent.hover(addBox('position: fixed; inset: 0 0 auto auto; inline-size: 20px; block-size: 20px'));
  await drawn();
  return card;
}

/** Of the test, and no host reaches it. */
function addBox(style: string): HTMLElement {
  const box = document.body.appendChild(document.createElement('div'));
  box.className = 'test-column';
  box.style.cssText =
    `all: revert; display: block; max-width: none; float: none; margin: 0; padding: 0; border: 0; transform: none; ${style};`.replaceAll(
      ';',
      ' !important;',
    );
  return box;
}

function addSheet(css: string): HTMLStyleElement {
  const sheet = document.head.appendChild(document.createElement('style'));
  sheet.dataset.test = '';
  sheet.textContent = css;
  return sheet;
}

/** What floats is placed again, and what is in motion has ended. */
async function drawn() {
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
}
