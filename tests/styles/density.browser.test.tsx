import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { renderWholeCard } from './renderWholeCard.tsx';

const densities = [
  ['comfortable', 14, 32, 16],
  ['compact', 13, 26, 12],
] as const;

describe.each(densities)('%s', (density, letters, row, gutter) => {
  test(`has letters of ${letters}, rows of ${row} and a gutter of ${gutter} px`, async () => {
    const card = await renderWholeCard({ density });
    expect(getComputedStyle(card).fontSize).toBe(`${letters}px`);
    const short = [...card.querySelectorAll('.sbc-row')].filter(({ textContent }) => textContent.length < 40);
    expect(short.length).toBeGreaterThan(2);
    const heights = short.map((each) => each.getBoundingClientRect().height);
    expect(Math.min(...heights)).toBeCloseTo(row, 0);
    const title = screen.getByRole('heading', { name: 'Tags' }).getBoundingClientRect();
    expect(title.left - card.getBoundingClientRect().left).toBeCloseTo(gutter, 0);
  });

  test('gives everything that can be pressed or typed in 24 px', async () => {
    const card = await renderWholeCard({ density });
    expect(tooSmall(card)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Add deal' }));
    await screen.findByRole('button', { name: 'Save deal' });
    expect(tooSmall(card)).toEqual([]);
    await userEvent.click(screen.getByRole('tab', { name: 'Contact' }));
    await screen.findByRole('textbox', { name: 'First name' });
    expect(tooSmall(card)).toEqual([]);
  });
});

/** What is less than 24 px in one direction. A link inside of a text is as high as its line. */
function tooSmall(card: HTMLElement): string[] {
  return [
    ...card.querySelectorAll<HTMLElement>('button, input, select, textarea, [role="switch"], [role="tab"]'),
  ]
    .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: false }))
    .filter((element) => !element.closest('.sbc-visually-hidden, [aria-hidden="true"]'))
    .flatMap((element) => {
      const target = element.matches('.sbc-combobox-input') ? (element.parentElement ?? element) : element;
      const { width, height } = target.getBoundingClientRect();
      const name = element.getAttribute('aria-label') ?? element.textContent;
      // What folds away until somebody comes near has no width until then.
      if (width === 0) return [];
      return Math.min(width, height) < 23.99 ? [`${element.tagName} ${name}: ${width} × ${height}`] : [];
    });
}
