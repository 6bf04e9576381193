import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { VariableEditor } from '../../src/components/VariableEditor.tsx';
import { ar } from '../../src/i18n/ar.ts';
import { aVariable } from '../support/fixtures.ts';
import { renderPart } from '../support/renderPart.tsx';
import { adapterWith, findPencil, getPencil, getRow } from '../support/variableRows.tsx';
import '../../src/styles/styles.css';

const variables = [
  aVariable({ key: 'size', label: 'Size', value: 'M / 40' }),
  aVariable({ key: 'email', label: 'Email', type: 'email', value: 'marina@estudiomo.com.br' }),
  aVariable({ key: 'phone', label: 'Phone', type: 'phone', value: '+49 6056 555 0142 ext. 88123' }),
  aVariable({
    key: 'amount',
    label: 'Spent',
    type: 'currency',
    value: { amount: '184250.75', currency: 'EUR' },
  }),
  aVariable({ key: 'site', label: 'Site', type: 'url', value: 'https://www.schloss-schwarzenfels.example' }),
  aVariable({ key: 'notes', label: 'Notes', type: 'text', value: 'Prefers natural fabrics. '.repeat(9) }),
  aVariable({ key: 'tax', label: 'Tax number', value: '123.456.789-09', masked: true }),
];

const letters = (root: Element): DOMRect[] => {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const found: DOMRect[] = [];
  while (texts.nextNode()) {
    if (texts.currentNode.parentElement?.closest('.sbc-visually-hidden')) continue;
    range.selectNodeContents(texts.currentNode);
    found.push(...range.getClientRects());
  }
  return found;
};

const meet = (one: DOMRect, other: DOMRect) =>
  one.left < other.right &&
  other.left < one.right &&
  one.top + 1 < other.bottom &&
  other.top + 1 < one.bottom;

/** What a row shows, and where its icons stand over that. */
function coveredIn(label: string): number {
  const row = getRow(label);
  const value = row.querySelector('.sbc-editable-preview') as HTMLElement;
  const end = value.getBoundingClientRect().bottom;
  const seen = [
    ...letters(value).filter(({ top }) => top < end),
    ...[...value.querySelectorAll('button')].map((button) => button.getBoundingClientRect()),
  ];
  const icons = [...row.querySelectorAll('.sbc-row-tools svg')].map((icon) => icon.getBoundingClientRect());
  expect(icons.length).toBeGreaterThan(0);
  return icons.filter((icon) => seen.some((it) => meet(icon, it))).length;
}

const heights = () => variables.map(({ label }) => getRow(label).getBoundingClientRect().height);

test.each([
  [280, 'ltr'],
  [340, 'ltr'],
  [420, 'ltr'],
  [280, 'rtl'],
  [340, 'rtl'],
] as const)('pointing at a value covers nothing of it and moves nothing: %i px, %s', async (width, dir) => {
  renderPart(<VariableEditor />, adapterWith(variables), { width, ...(dir === 'rtl' && { locale: ar }) });
  const reveal = await screen.findByText('Tax number', { selector: 'dt *' });
  reveal.closest('.sbc-row')?.querySelector<HTMLElement>('.sbc-masked button')?.click();
  await screen.findByText('123.456.789-09');
  const before = heights();
  for (const { label } of variables) {
    await userEvent.hover(getRow(label));
    expect([label, coveredIn(label)]).toEqual([label, 0]);
  }
  expect(heights()).toEqual(before);
});

test('the tools stand after the value where it leaves room, else before it', async () => {
  renderPart(<VariableEditor />, adapterWith(variables));
  await findPencil('Size');
  for (const label of ['Size', 'Email']) await userEvent.hover(getRow(label));
  const left = (element: Element) => element.getBoundingClientRect().left;
  const previewOf = (label: string) => getRow(label).querySelector('.sbc-editable-preview') as HTMLElement;
  expect(left(getPencil('Size'))).toBeGreaterThan(left(previewOf('Size')) + 100);
  expect(left(getPencil('Email'))).toBeLessThan(left(previewOf('Email')));
});

test.each([280, 340, 420])(
  'what is not very long is read as a whole without pointing: %i px',
  async (width) => {
    renderPart(<VariableEditor />, adapterWith(variables), { width });
    await findPencil('Size');
    for (const label of ['Size', 'Email', 'Phone', 'Spent']) {
      const text = getRow(label).querySelector('dd .sbc-truncate') as HTMLElement;
      expect([label, text.scrollWidth - text.clientWidth]).toEqual([label, 0]);
      const { bottom } = text.getBoundingClientRect();
      for (const line of letters(text)) expect(line.bottom).toBeLessThanOrEqual(bottom + 1);
    }
  },
);

test('a secret that is shown stays on its line, with what hides it right behind it', async () => {
  renderPart(<VariableEditor />, adapterWith(variables));
  const show = await screen.findByRole('button', { name: 'Show Tax number' });
  expect(getComputedStyle(show.closest('.sbc-row-tools') ?? show).opacity).toBe('1');
  const before = getRow('Tax number').getBoundingClientRect().height;
  await userEvent.click(show);
  const value = screen.getByText('123.456.789-09').getBoundingClientRect();
  const hide = screen.getByRole('button', { name: 'Hide Tax number' }).getBoundingClientRect();
  expect(getRow('Tax number').getBoundingClientRect().height).toBe(before);
  expect(hide.left - value.right).toBeLessThan(10);
  expect(Math.abs(hide.top + hide.bottom - value.top - value.bottom)).toBeLessThan(4);
});

test.each([280, 340, 420])(
  'by keyboard too they cover nothing, and all of the value is read: %i px',
  async (width) => {
    renderPart(<VariableEditor />, adapterWith(variables), { width });
    await userEvent.click(await screen.findByRole('button', { name: 'Show Tax number' }));
    await findPencil('Size');
    await userEvent.keyboard('{Tab}');
    for (const { label } of variables) {
      // The tools of a link come after it, and stand over its end: it is read while it has the focus itself.
      const link = getRow(label).querySelector<HTMLElement>('dd a');
      (link ?? getPencil(label)).focus();
      if (link) expect(getRow(label).querySelector('.sbc-row-tools')).toHaveStyle({ opacity: '0' });
      else expect([label, coveredIn(label)]).toEqual([label, 0]);
      const text = getRow(label).querySelector('dd .sbc-truncate') as HTMLElement;
      expect(text.scrollHeight).toBeLessThanOrEqual(text.clientHeight + 4);
    }
  },
);

test('a row that is left has the height that it had, so that what is pressed below it stays', async () => {
  renderPart(<VariableEditor />, adapterWith(variables), { width: 340 });
  await findPencil('Size');
  await userEvent.keyboard('{Tab}');
  for (const { label } of variables.filter(({ value }) => String(value).length < 40)) {
    const before = getRow(label).getBoundingClientRect().height;
    getPencil(label).focus();
    expect([label, getRow(label).getBoundingClientRect().height]).toEqual([label, before]);
  }
});
