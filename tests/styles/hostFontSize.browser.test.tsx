import { afterEach, expect, test } from 'vitest';
import { renderWholeCard } from './renderWholeCard.tsx';

afterEach(() => document.documentElement.style.removeProperty('font-size'));

test.each(['62.5%', '200%'])('a host with html { font-size: %s } moves nothing', async (size) => {
  const card = await renderWholeCard();
  const before = boxesOf(card);
  document.documentElement.style.fontSize = size;
  expect(boxesOf(card)).toEqual(before);
  expect(before.length).toBeGreaterThan(200);
});

test('the size of letters that a host gives is what all sizes follow', async () => {
  const card = await renderWholeCard({ width: 420 });
  const row = () => (card.querySelector('.sbc-row') as Element).getBoundingClientRect().height;
  const before = row();
  card.style.setProperty('--sbc-font-size', '17.5px');
  expect(row() / before).toBeCloseTo(1.25, 1);
});

function boxesOf(card: HTMLElement): string[] {
  return [card, ...card.querySelectorAll('*')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return `${element.tagName}.${element.className} ${[x, y, width, height].map((side) => side.toFixed(2)).join(' ')}`;
  });
}
