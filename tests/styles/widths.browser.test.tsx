import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { renderWholeCard } from './renderWholeCard.tsx';

const widths = [280, 300, 340, 380, 420, 520];

describe.each(widths)('in a column of %i px', (width) => {
  test('nothing is cut, nothing lies over another, nothing sticks out', async () => {
    const card = await renderWholeCard({ width });
    expect(faultsOf(card)).toEqual([]);
  });

  test('the forms of the CRM fit too', async () => {
    const card = await renderWholeCard({ width });
    await userEvent.click(screen.getByRole('button', { name: 'Add deal' }));
    await screen.findByRole('button', { name: 'Save deal' });
    expect(faultsOf(card)).toEqual([]);
    await userEvent.click(screen.getByRole('tab', { name: 'Contact' }));
    await screen.findByRole('textbox', { name: 'First name' });
    expect(faultsOf(card)).toEqual([]);
  });

  test('labels take less than two fifths, and what is boxed ends where the gutter begins', async () => {
    const card = await renderWholeCard({ width });
    const [box, label] = [card, card.querySelector('.sbc-row-label') as Element].map((each) =>
      each.getBoundingClientRect(),
    ) as [DOMRect, DOMRect];
    expect(label.width / box.width).toBeLessThan(0.4);
    for (const deal of card.querySelectorAll('.sbc-deal, .sbc-campaign')) {
      expect(box.right - deal.getBoundingClientRect().right).toBeCloseTo(16, 0);
    }
  });
});

/** A piece of text where it is seen. */
interface Seen {
  text: string;
  element: Element;
  box: DOMRect;
}

function faultsOf(card: HTMLElement): string[] {
  const all = textsOf(card);
  const frame = card.getBoundingClientRect();
  const out = all.filter(
    ({ box }) => box.width > 0 && (box.left < frame.left || box.right > frame.right + 0.5),
  );
  const cut = [...card.querySelectorAll<HTMLElement>('*')].filter(isCut);
  const over = all.flatMap((one, place) =>
    all
      .slice(place + 1)
      .flatMap((other) => (areOver(one, other) ? [`"${one.text}" over "${other.text}"`] : [])),
  );
  return [
    ...out.map(({ text }) => `"${text}" sticks out`),
    ...cut.map((element) => `"${element.textContent}" is cut`),
    ...over,
    ...(card.scrollWidth > card.clientWidth ? ['the card scrolls sideways'] : []),
  ];
}

function textsOf(card: HTMLElement): Seen[] {
  const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
  const found: Seen[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element || !node.textContent?.trim() || !isSeen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      const text = node.textContent;
      found.push({ text, element, box: clipped(box, element, card) });
    }
  }
  return found;
}

/** Without what the boxes around it hide. */
function clipped(box: DOMRect, element: Element, card: Element): DOMRect {
  let { left, right, top, bottom } = box;
  for (let outer: Element | null = element; outer && outer !== card; outer = outer.parentElement) {
    if (getComputedStyle(outer).overflowX === 'visible') continue;
    const frame = outer.getBoundingClientRect();
    [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
    [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
  }
  return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
}

function isSeen(element: Element): boolean {
  if (element.closest('.sbc-visually-hidden, option, .sbc-notices')) return false;
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

/** A short text that is longer than its place. A long one is cut by design, and whole where it is pointed at. */
function isCut(element: HTMLElement): boolean {
  if (element.textContent.length > 30) return false;
  const { overflowX } = getComputedStyle(element);
  if (overflowX === 'visible' || !isSeen(element) || element.matches('input, select, textarea')) return false;
  return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 3;
}

/** Lines of letters may touch: their boxes are higher than they are. */
function areOver(one: Seen, other: Seen): boolean {
  if (one.element === other.element) return false;
  const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
  const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
  return width > 1 && height > 4;
}
