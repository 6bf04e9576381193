import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { createDemoData, createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import { marina, renderPart } from '../support/renderPart.tsx';
import { getRow, typeInto } from '../support/variableRows.tsx';
import { renderWholeCard } from './renderWholeCard.tsx';
import '../../src/styles/styles.css';

const boxOf = (element: Element) => element.getBoundingClientRect();

const placeOf = ({ offsetLeft, offsetTop, offsetWidth }: HTMLElement) => [offsetLeft, offsetTop, offsetWidth];

/** Where the letters of an element stand. */
function linesOf(element: Element): DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(element);
  return [...range.getClientRects()];
}

test.each([280, 340, 420])(
  'a chip that is pointed at keeps its width, its name, its distance: %i px',
  async (width) => {
    const card = await renderWholeCard({ width });
    const chips = [...card.querySelectorAll<HTMLElement>('.sbc-tag-list > .sbc-chip')];
    const before = chips.map(placeOf);
    for (const chip of chips) {
      await userEvent.hover(chip);
      expect(chips.map(placeOf)).toEqual(before);
      const [name] = linesOf(chip.querySelector('.sbc-truncate')!);
      const cross = boxOf(chip.querySelector('.sbc-chip-remove svg')!);
      expect(name!.right).toBeLessThanOrEqual(cross.left);
      expect(cross.right).toBeLessThan(boxOf(chip).right);
    }
  },
);

test.each([280, 340])(
  'the list of tags stands on the gutter of the card, as wide as the tags: %i px',
  async (width) => {
    const card = await renderWholeCard({ width });
    await userEvent.click(screen.getByRole('combobox', { name: 'Add tag' }));
    const list = boxOf(await screen.findByRole('group', { name: 'Add tag' }));
    const tags = boxOf(card.querySelector('.sbc-tags')!);
    expect([Math.round(list.left), Math.round(list.width)]).toEqual([
      Math.round(tags.left),
      Math.round(tags.width),
    ]);
  },
);

test.each([140, 160, 200, 280, 340])('an amount is never cut: %i px', async (width) => {
  const card = await renderWholeCard({ width });
  for (const amount of card.querySelectorAll('.sbc-deal-value')) {
    const frame = boxOf(amount.closest('.sbc-deal')!);
    for (const line of linesOf(amount)) expect(line.right).toBeLessThanOrEqual(frame.right);
    expect(amount.scrollWidth).toBeLessThanOrEqual(amount.clientWidth + 1);
  }
});

test.each([280, 340, 420])('labels and values stand on one line of writing: %i px', async (width) => {
  const card = await renderWholeCard({ width });
  const rows = [...card.querySelectorAll('.sbc-row')];
  const apart = rows.map((row) => {
    const [label, value] = ['.sbc-row-label', '.sbc-editable-preview'].map((part) => {
      const mark = document.createElement('span');
      mark.style.cssText = 'display:inline-block;inline-size:0;block-size:0';
      const text = row.querySelector(
        `${part} .sbc-truncate, ${part} .sbc-switch-value > :last-child, ${part} .sbc-unset`,
      )!;
      text.prepend(mark);
      const { bottom } = boxOf(mark);
      mark.remove();
      return bottom;
    });
    return Math.abs(label! - value!);
  });
  expect(Math.max(...apart)).toBeLessThan(0.6);
});

test.each([280, 300, 340])('no dot hangs at the end or the start of a line: %i px', async (width) => {
  const card = await renderWholeCard({ width });
  for (const list of card.querySelectorAll('.sbc-dots')) {
    const { left, right } = boxOf(list);
    // What is clipped away at the start is where the dots of wrapped items stand.
    const shown = left + 0.6 * Number.parseFloat(getComputedStyle(list).fontSize);
    for (const item of list.children) {
      expect(boxOf(item).left).toBeGreaterThanOrEqual(shown);
      expect(boxOf(item).right).toBeLessThanOrEqual(right + 1);
    }
    expect(list.textContent).not.toContain('·');
  }
});

test('what waits for the network has a mark that stands still, right of where texts end', async () => {
  const adapter = createMemoryAdapter(createDemoData());
  renderPart(<SubscriberCard subscriber={marina} />, adapter);
  await screen.findByRole('heading', { name: 'Marina Oliveira' });
  adapter.control.setFail(() => new AdapterError('offline', 'no network'));
  await typeInto('Dress size', 'L / 42');
  await userEvent.keyboard('{Enter}');
  const row = getRow('Dress size');
  expect(await within(row).findByText('Saves when you are back online.')).toBeVisible();
  await userEvent.click(screen.getByRole('tab', { name: 'Deals' }));
  expect(getComputedStyle(row, '::before').content).toBe('none');
  const mark = getComputedStyle(row, '::after');
  expect([mark.content, mark.animationName]).toEqual(['""', 'none']);
  const value = boxOf(row.querySelector('.sbc-editable-preview')!);
  const end = boxOf(row).right - Number.parseFloat(mark.insetInlineEnd) - Number.parseFloat(mark.inlineSize);
  expect(end).toBeGreaterThanOrEqual(value.right);
});

test('what a colleague has just changed glows once, and keeps a dot', async () => {
  const adapter = createMemoryAdapter(createDemoData());
  renderPart(<SubscriberCard subscriber={marina} />, adapter);
  await screen.findByRole('heading', { name: 'Marina Oliveira' });
  const row = getRow('Dress size');
  const glows = () => row.getAnimations().filter((it) => (it as CSSAnimation).animationName === 'sbc-glow');
  expect(glows()).toEqual([]);
  act(() => adapter.control.actAs('Bruno').setVariable(marina, 'dress_size', 'L / 42'));
  await within(row).findByText('L / 42');
  await waitFor(() => expect(glows()).toHaveLength(1));
  expect(glows()[0]?.effect?.getTiming().iterations).toBe(1);
  glows()[0]?.finish();
  await waitFor(() => expect(glows()).toEqual([]));
  expect(getComputedStyle(row, '::after').content).toBe('""');
});

test("a tag that a colleague adds glows once, and none that is one's own", async () => {
  const adapter = createMemoryAdapter(createDemoData());
  renderPart(<SubscriberCard subscriber={marina} />, adapter);
  await screen.findByRole('heading', { name: 'Marina Oliveira' });
  const glowing = () => [...document.querySelectorAll('.sbc-chip[data-changed]')].map((it) => it.textContent);
  await userEvent.click(screen.getByRole('combobox', { name: 'Add tag' }));
  await userEvent.keyboard('Mine{Enter}');
  await screen.findByRole('button', { name: 'Remove tag Mine' });
  await waitFor(() => expect(screen.getByText('Mine').closest('li')).not.toHaveAttribute('data-pending'));
  expect(glowing()).toEqual([]);
  act(() => adapter.control.actAs('Bruno').addTag(marina, 'wholesale'));
  const chip = (await screen.findByText('Wholesale')).closest('li')!;
  expect(glowing()).toEqual(['Wholesale']);
  expect(chip.getAnimations().map((it) => (it as CSSAnimation).animationName)).toEqual(['sbc-glow']);
});

test('a deal that a colleague changes glows, until the reader comes near', async () => {
  const adapter = createMemoryAdapter(createDemoData());
  renderPart(<SubscriberCard subscriber={marina} />, adapter);
  const deal = await screen.findByRole('article', { name: 'Wedding guest dress' });
  expect(deal).not.toHaveAttribute('data-changed');
  act(() => adapter.control.actAs('Bruno').updateDeal(marina, 'deal-2041', { name: 'Wedding guest suit' }));
  await within(deal).findByText('Wedding guest suit');
  await waitFor(() => expect(deal).toHaveAttribute('data-changed'));
  expect(deal.getAnimations().map((it) => (it as CSSAnimation).animationName)).toContain('sbc-glow');
  await userEvent.hover(deal);
  await waitFor(() => expect(deal).not.toHaveAttribute('data-changed'));
});

test.each(['data-pending', 'data-saved'])('%s is marked within the row, before its label', async (state) => {
  const card = await renderWholeCard();
  const row = card.querySelector<HTMLElement>('.sbc-row')!;
  row.setAttribute(state, '');
  const mark = getComputedStyle(row, '::before');
  const [start = 0, width = 0, height = 0] = [mark.insetInlineStart, mark.inlineSize, mark.blockSize].map(
    Number.parseFloat,
  );
  const borders = Number.parseFloat(mark.borderRightWidth) + Number.parseFloat(mark.borderLeftWidth);
  expect(start).toBeGreaterThanOrEqual(0);
  expect(boxOf(row).left + start + width + borders).toBeLessThanOrEqual(
    boxOf(row.querySelector('.sbc-row-label')!).left,
  );
  // A tick has a short arm and a long one.
  expect(height > width).toBe(state === 'data-saved');
});

test('the fields of a contact end at the gutter, and beside the one in hand stands what removes it', async () => {
  const card = await renderWholeCard();
  await userEvent.click(screen.getByRole('tab', { name: 'Contact' }));
  const email = await screen.findByRole('textbox', { name: 'Email' });
  const panel = boxOf(card.querySelector('.sbc-contact')!);
  for (const field of card.querySelectorAll('.sbc-contact .sbc-input')) {
    expect(boxOf(field).right).toBeLessThanOrEqual(panel.right);
  }
  await userEvent.click(email);
  const remove = boxOf(screen.getByRole('button', { name: 'Remove email 1' }));
  expect(boxOf(email).right).toBeLessThanOrEqual(remove.left);
  expect(remove.right).toBeLessThanOrEqual(panel.right);
});

test('of what failed the reader is told first, and below it what can be done', async () => {
  const adapter = createMemoryAdapter(createDemoData());
  renderPart(<SubscriberCard subscriber={marina} />, adapter);
  await screen.findByRole('heading', { name: 'Marina Oliveira' });
  adapter.control.setFail(() => new AdapterError('unknown', 'no'));
  await typeInto('Dress size', 'L / 42');
  await userEvent.keyboard('{Enter}');
  const row = getRow('Dress size');
  const retry = boxOf(await within(row).findByRole('button', { name: 'Retry' }));
  const note = row.querySelector('.sbc-save-note > bdi') as Element;
  expect(retry.top).toBeGreaterThanOrEqual(Math.max(...linesOf(note).map(({ bottom }) => bottom)));
});
