import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatDateTime,
  formatList,
  formatMoney,
  formatNumber,
  formatRelativeTime,
  formatSize,
} from '../../src/i18n/format.ts';
import { formatRecentDay } from '../../src/i18n/formatRecentDay.ts';
import { parseMoney, parseNumber, toInput } from '../../src/i18n/parse.ts';
import { locales } from '../support/locales.ts';

const now = Date.parse('2026-03-10T12:00:00Z');
const plain = (text: string) => text.replace(/\p{Cf}/gu, '').replace(/\s/g, ' ');

interface Written {
  readonly number: string;
  readonly money: string;
  readonly day: string;
  readonly moment: string;
  readonly recent: string;
  /** Now, 5 seconds, 3 minutes, 2 hours, 5 days, 2 months and 5 years ago. */
  readonly ago: readonly [string, string, string, string, string, string, string];
  readonly list: string;
  readonly size: string;
}

const written: { readonly [locale: string]: Written } = {
  en: {
    number: '1,234,567.5',
    money: 'R$1,234.50',
    day: 'Mar 1, 2026',
    moment: 'Mar 1, 2026, 9:05 AM',
    recent: 'Mar 1',
    ago: [
      'now',
      '5 seconds ago',
      '3 minutes ago',
      '2 hours ago',
      '5 days ago',
      '2 months ago',
      '5 years ago',
    ],
    list: 'A, B, and C',
    size: '1.2 MB',
  },
  es: {
    number: '1.234.567,5',
    money: '1234,50 BRL',
    day: '1 mar 2026',
    moment: '1 mar 2026, 09:05',
    recent: '1 mar',
    ago: [
      'ahora',
      'hace 5 segundos',
      'hace 3 minutos',
      'hace 2 horas',
      'hace 5 días',
      'hace 2 meses',
      'hace 5 años',
    ],
    list: 'A, B y C',
    size: '1,2 MB',
  },
  fr: {
    number: '1 234 567,5',
    money: '1 234,50 R$',
    day: '1 mars 2026',
    moment: '1 mars 2026, 09:05',
    recent: '1 mars',
    ago: [
      'maintenant',
      'il y a 5 secondes',
      'il y a 3 minutes',
      'il y a 2 heures',
      'il y a 5 jours',
      'il y a 2 mois',
      'il y a 5 ans',
    ],
    list: 'A, B et C',
    size: '1,2 Mo',
  },
  'pt-BR': {
    number: '1.234.567,5',
    money: 'R$ 1.234,50',
    day: '1 de mar. de 2026',
    moment: '1 de mar. de 2026, 09:05',
    recent: '1 de mar.',
    ago: ['agora', 'há 5 segundos', 'há 3 minutos', 'há 2 horas', 'há 5 dias', 'há 2 meses', 'há 5 anos'],
    list: 'A, B e C',
    size: '1,2 MB',
  },
  ru: {
    number: '1 234 567,5',
    money: '1 234,50 R$',
    day: '1 мар. 2026 г.',
    moment: '1 мар. 2026 г., 09:05',
    recent: '1 мар.',
    ago: [
      'сейчас',
      '5 секунд назад',
      '3 минуты назад',
      '2 часа назад',
      '5 дней назад',
      '2 месяца назад',
      '5 лет назад',
    ],
    list: 'A, B и C',
    size: '1,2 МБ',
  },
  tr: {
    number: '1.234.567,5',
    money: 'R$1.234,50',
    day: '1 Mar 2026',
    moment: '1 Mar 2026 09:05',
    recent: '1 Mar',
    ago: ['şimdi', '5 saniye önce', '3 dakika önce', '2 saat önce', '5 gün önce', '2 ay önce', '5 yıl önce'],
    list: 'A, B ve C',
    size: '1,2 MB',
  },
  uk: {
    number: '1 234 567,5',
    money: '1 234,50 BRL',
    day: '1 бер. 2026 р.',
    moment: '1 бер. 2026 р., 09:05',
    recent: '1 бер.',
    ago: [
      'зараз',
      '5 секунд тому',
      '3 хвилини тому',
      '2 години тому',
      '5 днів тому',
      '2 місяці тому',
      '5 років тому',
    ],
    list: 'A, B і C',
    size: '1,2 МБ',
  },
  ar: {
    number: '1,234,567.5',
    money: '1,234.50 R$',
    day: '1 مارس 2026',
    moment: '1 مارس 2026، 9:05 ص',
    recent: '1 مارس',
    ago: ['الآن', 'قبل 5 ثوانِ', 'قبل 3 دقائق', 'قبل ساعتين', 'قبل 5 أيام', 'قبل شهرين', 'قبل 5 سنوات'],
    list: 'A وB وC',
    size: '1.2 م.ب',
  },
};

describe.each(locales)('$locale', ({ locale }) => {
  const expected = written[locale];

  it('writes numbers, amounts, dates and lists as people do there', () => {
    const moment = '2026-03-01T09:05:00Z';
    expect({
      number: plain(formatNumber('1234567.5', locale)),
      money: plain(formatMoney({ amount: '1234.5', currency: 'BRL' }, locale)),
      day: plain(formatDate('2026-03-01', locale)),
      moment: plain(formatDateTime(moment, locale, 'UTC')),
      recent: plain(formatRecentDay(moment, now, locale, 'UTC')),
      list: formatList(['A', 'B', 'C'], locale),
      size: plain(formatSize(1_234_567, locale)),
    }).toEqual({ ...expected, ago: undefined });
  });

  it('says how long ago, always with its number', () => {
    const moments = [
      '03-10T12:00:00',
      '03-10T11:59:55',
      '03-10T11:57:00',
      '03-10T10:00:00',
      '03-05T10:00:00',
    ];
    const all = [
      ...moments.map((moment) => `2026-${moment}Z`),
      '2026-01-01T10:00:00Z',
      '2021-01-01T10:00:00Z',
    ];
    expect(all.map((moment) => plain(formatRelativeTime(moment, now, locale)))).toEqual(expected?.ago);
    const yesterday = plain(formatRelativeTime('2026-03-09T11:00:00Z', now, locale));
    const always = new Intl.RelativeTimeFormat(locale, { numeric: 'always' }).format(-1, 'day');
    expect(yesterday).toBe(plain(always));
  });

  it.each(['1234.5', '-1234567.25', '0', '0.01', '12345678901234567890.5'])(
    'reads %s back as it writes it',
    (value) => {
      expect(parseNumber(formatNumber(value, locale), locale)).toEqual({ ok: true, value });
      const typed = toInput({ type: 'number' }, value, locale);
      expect(parseNumber(String(typed), locale)).toEqual({ ok: true, value });
      for (const currency of ['BRL', 'EUR', 'SAR', 'TRY', 'UAH', 'RUB', 'JPY']) {
        const money = { amount: value, currency };
        expect(parseMoney(formatMoney(money, locale), currency, locale)).toEqual({ ok: true, value: money });
      }
    },
  );
});

describe('an amount as it is typed', () => {
  it.each([
    ['tr', '1.234,5'],
    ['tr', '1234,5'],
    ['es', '1.234,5'],
    ['es', '1234,5'],
    ['fr', '1\u202F234,5'],
    ['fr', '1\u00A0234,5'],
    ['fr', '1 234,5'],
    ['ru', '1\u00A0234,5'],
    ['ru', '1 234,5'],
    ['uk', '1 234,5'],
    ['uk', '1\u202F234,5'],
    ['ar', '1,234.5'],
    ['ar', '1234.5'],
    ['ar', '١٬٢٣٤٫٥'],
    ['ar', '١٢٣٤٫٥'],
    ['ar', '١,٢٣٤.٥'],
    ['ar', '١٢٣٤.٥'],
    ['ar-EG', '١٬٢٣٤٫٥'],
    ['ar-EG', '1,234.5'],
    ['fa', '۱۲۳۴٫۵'],
  ])('in %s: %s', (locale, text) => {
    expect(parseNumber(text, locale)).toEqual({ ok: true, value: '1234.5' });
    expect(parseMoney(text, 'EUR', locale)).toEqual({
      ok: true,
      value: { amount: '1234.5', currency: 'EUR' },
    });
  });

  it.each([
    ['tr', '1,234.5'],
    ['es', '1.5'],
    ['fr', '1.234,5'],
    ['ru', '1,234.5'],
    ['ar', '١٢٣٤,٥'],
    ['ar', '1٢٣٤'],
    ['ar', '١٫٢٫٣'],
    ['ar', '١,٢٣'],
  ])('is refused in %s where another country writes it: %s', (locale, text) => {
    expect(parseNumber(text, locale)).toEqual({ ok: false, reason: { code: 'not-a-number' } });
  });

  it('is shown alike, whichever digits it was typed in', () => {
    for (const text of ['١٢٣٤٫٥', '1234.5']) {
      const parsed = parseNumber(text, 'ar');
      expect(parsed.ok && formatNumber(parsed.value, 'ar')).toBe('1,234.5');
      expect(parsed.ok && formatNumber(parsed.value, 'ar-EG')).toBe('١٬٢٣٤٫٥');
    }
  });
});

it('keeps the sign of a currency together where it stands between words that run the other way', () => {
  expect(formatMoney({ amount: '1234.5', currency: 'BRL' }, 'ar')).toBe('\u200F1,234.50\u00A0\u2068R$\u2069');
  expect(formatMoney({ amount: '1234.5', currency: 'SAR' }, 'ar')).not.toMatch(/[\u2066-\u2069]/);
  expect(formatMoney({ amount: '1234.5', currency: 'BRL' }, 'ru')).not.toMatch(/[\u2066-\u2069]/);
});
