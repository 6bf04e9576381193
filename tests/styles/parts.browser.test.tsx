import { screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import unlayered from '../../src/styles/styles.unlayered.css?inline';
import { renderWholeCard } from './renderWholeCard.tsx';

// What the host says of a part with one attribute or one class holds, in the sheet without a layer as well; a state
// of ours, such as hover, is one more.

const said = {
  'background-color': 'rgb(1, 2, 3)',
  'border-top': '5px dotted rgb(4, 5, 6)',
  'padding-top': '9px',
  'margin-top': '11px',
  'border-top-left-radius': '13px',
  'font-size': '21px',
  color: 'rgb(7, 8, 9)',
} as const;
const rules = Object.entries(said)
  .map(([property, value]) => `${property}: ${value};`)
  .join(' ');

function addSheets(...sheets: readonly string[]) {
  for (const text of sheets) {
    const sheet = document.head.appendChild(document.createElement('style'));
    sheet.dataset.test = '';
    sheet.textContent = text;
  }
}

afterEach(() => {
  for (const sheet of document.querySelectorAll('style[data-test]')) sheet.remove();
});

const rowParts = { TagChip: 'of-host', DealItem: 'of-host', VariableRow: 'of-host' };
const sectionParts = {
  ContactHeader: 'of-host',
  SubscriptionStatus: 'of-host',
  AdCampaignBadge: 'of-host',
  VariableEditor: 'of-host',
  TagPicker: 'of-host',
  DealList: 'of-host',
  ContactForm: 'of-host',
};

test.each(['[data-part]', '.of-host'])('%s is enough to say how a part looks', async (selector) => {
  addSheets(unlayered, `${selector} { ${rules} }`);
  const card = await renderWholeCard({ classNames: { ...rowParts, ...sectionParts } });
  const expectSaid = () => {
    const parts = [...card.querySelectorAll<HTMLElement>(selector)];
    const lost = parts.flatMap((part) => {
      const style = getComputedStyle(part);
      return Object.entries(said)
        .filter(([property, value]) => !style.getPropertyValue(property).startsWith(value))
        .map(
          ([property]) =>
            `${part.dataset.part} ${part.dataset.status ?? ''}: ${property} ${style.getPropertyValue(property)}`,
        );
    });
    expect([...new Set(lost)]).toEqual([]);
    return parts.length;
  };
  await userEvent.hover(screen.getByRole('button', { name: 'outside' }));
  expect(expectSaid()).toBeGreaterThan(20);
  await userEvent.click(screen.getByRole('tab', { name: 'Contact' }));
  await screen.findByRole('textbox', { name: 'First name' });
  expectSaid();
});
