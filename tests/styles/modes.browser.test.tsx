import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createDemoData, createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import { emulateMedia } from '../a11y/emulateMedia.ts';
import { marina, renderPart } from '../support/renderPart.tsx';
import { renderWholeCard } from './renderWholeCard.tsx';
import { contrastOf, toPixel } from './toPixel.ts';

afterEach(() => emulateMedia());

/** What a system colour is here. */
function system(color: string): string {
  const element = Object.assign(document.createElement('i'), { style: `color: ${color}` });
  document.body.append(element);
  const found = getComputedStyle(element).color;
  element.remove();
  return found;
}

const styleOf = (element: Element | null | undefined, part?: string) =>
  getComputedStyle(element as Element, part);

describe.each(['light', 'dark'] as const)('in the forced colours of a %s system', (scheme) => {
  const forced = { 'forced-colors': 'active', 'prefers-color-scheme': scheme } as const;

  test('what can be pressed has an edge, and every drawing the colour of its text', async () => {
    await emulateMedia(forced);
    const card = await renderWholeCard();
    const edged = card.querySelectorAll(
      '.sbc-button:not([data-variant="link"]), .sbc-icon-button, .sbc-chip, .sbc-pill',
    );
    expect(edged.length).toBeGreaterThan(8);
    for (const element of edged) {
      const { borderTopStyle, borderTopWidth } = styleOf(element);
      expect(`${element.className} ${borderTopStyle} ${borderTopWidth}`).toBe(
        `${element.className} solid 1px`,
      );
    }
    const odd = [...card.querySelectorAll('.sbc-icon')].filter(
      (icon) => styleOf(icon).color !== styleOf(icon.parentElement).color,
    );
    expect(odd.map((icon) => icon.getAttribute('data-icon'))).toEqual([]);
  });

  test('what is selected, on, done or disabled is told apart without a colour of ours', async () => {
    await emulateMedia(forced);
    const card = await renderWholeCard();
    const [open, closed] = screen.getAllByRole('tab').map((tab) => styleOf(tab, '::after').backgroundColor);
    expect(open).toBe(system('Highlight'));
    expect(closed).not.toBe(open);
    const steps = [...card.querySelectorAll('.sbc-deal-step')];
    for (const step of steps) {
      expect(styleOf(step).backgroundColor === system('CanvasText')).toBe(step.hasAttribute('data-done'));
    }
    await userEvent.click(screen.getByRole('switch'));
    const track = () => styleOf(screen.getByRole('switch'), '::before').backgroundColor;
    await waitFor(() => expect(screen.getByRole('switch')).toBeChecked());
    const on = system('Highlight');
    await waitFor(() => expect(track()).toBe(on));
  });

  test('the field that has the focus has a ring, and one that is not valid a thicker edge', async () => {
    await emulateMedia(forced);
    await renderWholeCard();
    screen.getByRole('button', { name: 'Edit Orders' }).focus();
    await userEvent.keyboard('{Enter}');
    const field = await screen.findByRole('textbox', { name: 'Orders' });
    await waitFor(() => expect(field).toHaveFocus());
    expect(styleOf(field).outlineStyle).toBe('solid');
    expect(styleOf(field).outlineColor).toBe(system('Highlight'));
    await userEvent.fill(field, 'seven');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(field).toHaveAttribute('aria-invalid', 'true'));
    expect(styleOf(field).borderTopWidth).toBe('2px');
  });

  test('the option that is highlighted has a ring, and those that are taken a tick', async () => {
    await emulateMedia(forced);
    await renderWholeCard();
    await userEvent.click(screen.getByRole('combobox', { name: 'Add tag' }));
    await screen.findAllByRole('option');
    await userEvent.keyboard('{ArrowDown}');
    const highlighted = await waitFor(() => {
      const option = document.querySelector('.sbc-option[data-highlighted]');
      expect(option).not.toBeNull();
      return option;
    });
    expect(styleOf(highlighted).outlineColor).toBe(system('Highlight'));
    const taken = screen.getAllByRole('option', { selected: true });
    expect(styleOf(taken[0], '::after').borderBottomWidth).not.toBe('0px');
    expect(styleOf(document.querySelector('.sbc-popover')).borderTopStyle).toBe('solid');
  });
});

describe.each(['light', 'dark', 'auto'] as const)('where more contrast is asked for, %s', (theme) => {
  test('all that explains is in the ink, and what is between sections can be seen', async () => {
    await emulateMedia({ 'prefers-contrast': 'more', 'prefers-color-scheme': 'dark' });
    const card = await renderWholeCard({ theme });
    const quiet = card.querySelectorAll('.sbc-row-label, .sbc-header-meta, .sbc-tab-count, .sbc-unset');
    const { color, backgroundColor } = styleOf(card);
    expect([...new Set([...quiet].map((each) => styleOf(each).color))]).toEqual([color]);
    const line = styleOf(card.querySelector('.sbc-section + .sbc-section')).borderTopColor;
    expect(contrastOf(toPixel(line), toPixel(backgroundColor))).toBeGreaterThanOrEqual(3);
  });
});

describe('on paper', () => {
  const notes = `${'All of it has to be read. '.repeat(40)}The end.`;

  test.each(['light', 'dark', 'auto'] as const)('the %s theme is dark on white', async (theme) => {
    await emulateMedia({ 'prefers-color-scheme': 'dark' }, 'paper');
    const card = await renderWholeCard({ theme });
    card.style.setProperty('--sbc-background', '#0b0f0c');
    card.style.setProperty('--sbc-text', '#d5f5e3');
    expect(styleOf(card).backgroundColor).toBe('rgb(255, 255, 255)');
    expect(styleOf(card).color).toBe('rgb(22, 24, 29)');
  });

  test('there is nothing to press and nothing is cut', async () => {
    const data = createDemoData();
    const subscribers = data.subscribers.map((each) => ({
      ...each,
      variables: [
        {
          key: 'notes',
          label: 'A label that is longer than its column',
          type: 'string' as const,
          value: notes,
        },
      ],
    }));
    const { container } = renderPart(
      <SubscriberCard subscriber={marina} />,
      createMemoryAdapter({ ...data, subscribers }),
    );
    await screen.findAllByText('Wedding guest dress');
    await emulateMedia({}, 'paper');
    await waitFor(() => expect(container).toHaveTextContent('The end.'));
    const pressed = [
      ...container.querySelectorAll(
        '.sbc-card :is(button, input, select, [role="switch"]):not([role="tab"])',
      ),
    ];
    const left = pressed.filter((each) => each.checkVisibility() && !each.matches('.sbc-disclosure'));
    expect(left.map((each) => each.outerHTML.slice(0, 90))).toEqual([]);
    const cut = [...container.querySelectorAll<HTMLElement>('.sbc-card *')].filter(
      (each) =>
        styleOf(each).overflowX !== 'visible' &&
        !each.matches('.sbc-visually-hidden') &&
        (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1),
    );
    expect(cut.map(({ className }) => className)).toEqual([]);
  });
});

describe('where motion is not wanted', () => {
  const still = { 'prefers-reduced-motion': 'reduce' } as const;
  const moving = () => document.getAnimations().map((animation) => (animation as CSSAnimation).animationName);

  test('a card that loads shimmers for others only', async () => {
    const adapter = createMemoryAdapter({ ...createDemoData(), delay: 1e6 });
    renderPart(<SubscriberCard subscriber={marina} />, adapter);
    await waitFor(() => expect(moving()).toContain('sbc-shimmer'));
    await emulateMedia(still);
    await waitFor(() => expect(moving()).toEqual([]));
  });

  test('nothing moves by being pressed, saved or folded', async () => {
    await emulateMedia(still);
    await renderWholeCard();
    for (const name of ['Variables', 'Edit Orders']) {
      await userEvent.click(screen.getByRole('button', { name }));
      expect(moving(), name).toEqual([]);
      if (name === 'Variables') await userEvent.click(screen.getByRole('button', { name }));
    }
    await userEvent.fill(await screen.findByRole('textbox', { name: 'Orders' }), '8');
    await userEvent.keyboard('{Enter}');
    expect(moving()).toEqual([]);
    await userEvent.click(screen.getByRole('switch'));
    expect(moving()).toEqual([]);
    const elements = [...document.querySelectorAll('.sbc-root, .sbc-root *')].filter(
      (each) => styleOf(each).transitionDuration !== '0s' || styleOf(each).animationName !== 'none',
    );
    expect(elements.map(({ className }) => className)).toEqual([]);
  });
});
