import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { createDemoData, createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import { ar } from '../../src/i18n/ar.ts';
import { en } from '../../src/i18n/en.ts';
import { plainText } from '../../src/i18n/format.ts';
import type { Locale } from '../../src/i18n/messages.ts';
import { ru } from '../../src/i18n/ru.ts';
import { toPseudoLocale } from '../../stories/support/toPseudoLocale.ts';
import { settled } from '../a11y/settled.ts';
import { locales } from '../support/locales.ts';
import { renderPart } from '../support/renderPart.tsx';

const NARROW = 280;
const demo = createDemoData();

async function renderCard(locale: Locale, id = 'marina', width = NARROW) {
  const subscriber = { id };
  renderPart(<SubscriberCard subscriber={subscriber} />, createMemoryAdapter(demo), {
    locale,
    subscriber,
    width,
  });
  await screen.findByRole('heading', { name: locale.messages.section.variables });
  await screen.findByRole('tab', { name: locale.messages.deals.tab });
  await settled();
}

const cards = [...locales, { ...toPseudoLocale(en), locale: 'en-XA' }].flatMap((locale) =>
  ['marina', 'padel-kyiv', 'olena', 'misaki'].map((id) => ({ locale, id, language: locale.locale })),
);

test.each(cards)(
  'nothing of $id in $language is cut off or runs out of a column of 280 px',
  async ({ locale, id }) => {
    const { messages } = locale;
    await renderCard(locale, id);
    expect(cutOff()).toEqual([]);
    for (const name of [messages.contact.tab, messages.contact.addTab]) {
      const tab = screen.queryByRole('tab', { name });
      if (tab) fireEvent.click(tab);
    }
    await settled();
    expect(cutOff()).toEqual([]);
  },
);

test('a text that is cut off, or too wide, is found', async () => {
  const wide = 'Неразделимоедлинноеслово'.repeat(3);
  const cut = `<p style="overflow: hidden; white-space: nowrap">${wide}</p>`;
  await renderCard(en);
  const card = screen.getByRole('complementary');
  card.insertAdjacentHTML('beforeend', `${cut}<p style="white-space: nowrap">${wide}</p>`);
  expect(cutOff()).toEqual([`cut off: ${wide}`, `too wide: ${wide}`]);
});

describe('the card says which language it is in', () => {
  test.each(locales)('$locale', async (locale) => {
    await renderCard(locale);
    const card = screen.getByRole('complementary');
    expect(card.getAttribute('lang')).toBe(locale.locale);
    expect(card.getAttribute('dir')).toBe(locale.dir);
  });
});

test('phones, links and names keep their own direction between Arabic words', async () => {
  await renderCard(ar, 'marina', 340);
  const phone = screen.getByText('+55 11 98123-4567');
  expect(getComputedStyle(phone).direction).toBe('ltr');
  const { variables, tags } = ar.messages;
  expect(screen.getByRole('button', { name: variables.edit(plainText('Phone', 'rtl')) })).toBeVisible();
  expect(screen.getByRole('button', { name: tags.remove(plainText('VIP', 'rtl')) })).toBeInTheDocument();
});

test('what was changed is said with the plural of the language', async () => {
  await renderCard(ru);
  fireEvent.click(screen.getByRole('button', { name: ru.messages.tags.remove('VIP') }));
  expect(await screen.findByText(/Тег убран: VIP\. Всего 3 тега/)).toBeInTheDocument();
});

/** Texts of ours that do not fit; what is truncated on purpose shows itself on hover and focus. */
function cutOff(): string[] {
  const card = screen.getByRole('complementary');
  const { left, right } = card.getBoundingClientRect();
  return [...card.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
    const isText = [...element.childNodes].some(
      ({ nodeType, data }: ChildNode & { data?: string }) => nodeType === 3 && data?.trim(),
    );
    const isShown = element.checkVisibility({ visibilityProperty: true });
    if (!isText || !isShown || element.closest('.sbc-visually-hidden, .sbc-truncate, [aria-hidden]'))
      return [];
    const { overflowX } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1)
      return [`cut off: ${element.textContent}`];
    const isWide =
      box.left < left - 1 || box.right > right + 1 || element.scrollWidth > element.clientWidth + 1;
    return isWide && element.clientWidth > 0 ? [`too wide: ${element.textContent}`] : [];
  });
}
