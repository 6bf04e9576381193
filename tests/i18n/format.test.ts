import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clipText,
  formatDate,
  formatDateTime,
  formatList,
  formatMoney,
  formatNumber,
  formatRelativeTime,
  formatSize,
  initials,
  isBlankName,
  plainText,
} from '../../src/i18n/format.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('formatDate', () => {
  it.each([
    ['2026-03-01', 'en', 'Mar 1, 2026'],
    ['2026-03-01', 'pt-BR', '1 de mar. de 2026'],
    ['0099-12-31', 'en', 'Dec 31, 0099'],
    ['0999-01-01', 'en', 'Jan 1, 0999'],
    ['1582-10-10', 'en', 'Oct 10, 1582'],
    ['9999-12-31', 'en', 'Dec 31, 9999'],
    ['2026-03-01', 'th', '1 มี.ค. 2026'],
  ])('writes %s in %s as %s', (date, locale, text) => expect(formatDate(date, locale)).toBe(text));

  it('never moves a day, whatever the zone of the machine', () => {
    const zone = process.env.TZ;
    try {
      for (const TZ of ['Pacific/Kiritimati', 'America/St_Johns', 'UTC', 'Pacific/Niue']) {
        process.env.TZ = TZ;
        expect(formatDate('2026-01-01', 'en')).toBe('Jan 1, 2026');
        expect(formatDate('0001-01-01', 'en')).toBe('Jan 1, 0001');
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it.each(['soon', '2026-02-30', '', '2026-03-01T00:00:00Z'])('gives %j back as it came', (text) =>
    expect(formatDate(text, 'en')).toBe(text),
  );
});

describe('formatDateTime', () => {
  it.each([
    ['Pacific/Kiritimati', 'Jan 1, 2027, 5:30 PM'],
    ['America/St_Johns', 'Jan 1, 2027, 12:00 AM'],
    ['UTC', 'Jan 1, 2027, 3:30 AM'],
  ])('shows an instant in %s', (timeZone, text) =>
    expect(plain(formatDateTime('2027-01-01T03:30:00Z', 'en', timeZone))).toBe(text),
  );

  it('names the weekday and the zone in full', () => {
    expect(plain(formatDateTime('2027-01-01T03:30:00Z', 'en', 'America/St_Johns', 'full'))).toBe(
      'Friday, January 1, 2027 at 12:00:00 AM GMT-3:30',
    );
  });

  it('gives back what is no instant', () => expect(formatDateTime('soon', 'en', 'UTC')).toBe('soon'));
});

describe('formatRelativeTime', () => {
  const now = Date.parse('2026-03-10T12:00:00Z');

  it.each([
    ['2026-03-10T11:59:58Z', 'now'],
    ['2026-03-10T11:59:55Z', '5 seconds ago'],
    ['2026-03-10T11:59:00Z', '1 minute ago'],
    ['2026-03-10T11:00:01Z', '59 minutes ago'],
    ['2026-03-10T00:00:00Z', '12 hours ago'],
    ['2026-03-09T11:00:00Z', '1 day ago'],
    ['2026-03-03T12:00:00Z', '1 week ago'],
    ['2026-02-09T12:00:00Z', '4 weeks ago'],
    ['2026-02-07T00:00:00Z', '1 month ago'],
    ['2025-03-11T12:00:00Z', '11 months ago'],
    ['2025-03-10T12:00:00Z', '1 year ago'],
    ['0099-03-10T12:00:00Z', '1,928 years ago'],
  ])('says of %s: %s', (value, text) => expect(formatRelativeTime(value, now, 'en')).toBe(text));

  it.each(['2026-03-10T12:00:01Z', '2026-03-11T12:00:00Z', '9999-01-01T00:00:00Z'])(
    'takes %s, which is still to come, for a clock that goes wrong',
    (value) => expect(formatRelativeTime(value, now, 'en')).toBe('now'),
  );

  it('speaks the language', () => {
    expect(formatRelativeTime('2026-03-10T11:55:00Z', now, 'pt-BR')).toBe('há 5 minutos');
    expect(formatRelativeTime('2026-03-10T12:00:00Z', now, 'pt-BR')).toBe('agora');
  });

  it('gives back what is no instant', () => expect(formatRelativeTime('soon', now, 'en')).toBe('soon'));
});

describe('formatNumber', () => {
  it.each([
    ['1234.5', 'en', '1,234.5'],
    ['1234.5', 'pt-BR', '1.234,5'],
    ['-1234567.25', 'hi', '-12,34,567.25'],
    ['0', 'en', '0'],
    ['12345678901234567890.123456789012345678', 'en', '12,345,678,901,234,567,890.123456789012345678'],
    ['0.0000000000000000000000001', 'en', '0.0000000000000000000000001'],
    ['0.1234567890123456789012345', 'ar-EG', '٠٫١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥'],
  ])('writes %s in %s as %s', (value, locale, text) => expect(formatNumber(value, locale)).toBe(text));

  it('loses no digit', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(digits, digits, (whole, fraction) => {
        const shown = formatNumber(`${whole}.${fraction}`, 'en').replaceAll(',', '').split('.');
        expect(shown[0]).toBe(whole.replace(/^0+(?=\d)/, ''));
        expect((shown[1] ?? '').padEnd(fraction.length, '0')).toBe(fraction);
      }),
    );
  });

  it.each(['many', '', '1e9', 'NaN'])('gives %j back as it came', (value) =>
    expect(formatNumber(value, 'en')).toBe(value),
  );
});

describe('formatMoney', () => {
  it.each([
    ['1280.5', 'BRL', 'pt-BR', 'R$ 1.280,50'],
    ['1280.5', 'USD', 'en', '$1,280.50'],
    ['-0.5', 'USD', 'en', '-$0.50'],
    ['1280', 'JPY', 'en', '¥1,280'],
    ['1280.75', 'JPY', 'en', '¥1,280.75'],
    ['1.5', 'KWD', 'en', 'KWD 1.500'],
    ['0.12345', 'USD', 'en', '$0.12345'],
    ['12345678901234567890.01', 'EUR', 'de', '12.345.678.901.234.567.890,01 €'],
    ['5', 'XXQ', 'en', 'XXQ 5.00'],
    ['1234.5', 'USDT', 'en', 'USDT 1,234.5'],
    ['1234.5', '', 'en', ' 1,234.5'],
    ['many', 'USD', 'en', 'many'],
  ])('writes %s %s in %s as %s', (amount, currency, locale, text) =>
    expect(plain(formatMoney({ amount, currency }, locale))).toBe(text),
  );
});

it('lists as the language does', () => {
  expect(formatList(['a', 'b', 'c'], 'en')).toBe('a, b, and c');
  expect(formatList(['a', 'b'], 'pt-BR')).toBe('a e b');
  expect(formatList([], 'en')).toBe('');
});

describe('initials', () => {
  it.each([
    ['Ana Souza', 'AS'],
    ['ana maria de souza', 'AS'],
    ['Ana', 'A'],
    ['  Ana  ', 'A'],
    ['(Ana) "Lu" [Souza]', 'AS'],
    ['王小明', '王'],
    ['👩‍👩‍👧 Lima', '👩‍👩‍👧L'],
    ['é́a', 'É́'],
    ['\u202eAna \u200bSouza', 'AS'],
    ['@', '@'],
  ])('of %j are %s', (name, letters) => expect(initials(name)).toBe(letters));

  it.each(['', ' ', '\u200b\u200d', '\u3164', '\u2800', '\u202e\u2069', '\ud800'])(
    'of %j are none',
    (name) => {
      expect(initials(name)).toBeNull();
      expect(isBlankName(name)).toBe(true);
    },
  );

  it('never throw, and never hold half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const letters = initials(name);
        expect(letters === null).toBe(isBlankName(name));
        if (letters !== null) expect(/\p{Cs}/u.test(letters)).toBe(false);
      }),
    );
  });

  it('cost nothing for a name of a megabyte', () => {
    const started = performance.now();
    initials('a '.repeat(500_000));
    initials('e\u0301'.repeat(500_000));
    expect(performance.now() - started).toBeLessThan(100);
  });
});

describe('plainText', () => {
  it('leaves a name alone that runs with the sentence', () => {
    expect(plainText('Phone')).toBe('Phone');
    expect(plainText('Телефон (2)')).toBe('Телефон (2)');
    expect(plainText('هاتف', 'rtl')).toBe('هاتف');
  });

  it('isolates a name that runs against it', () => {
    expect(plainText('هاتف')).toBe('\u2068هاتف\u2069');
    expect(plainText('שם 1')).toBe('\u2068שם 1\u2069');
    expect(plainText('Ana\u200f')).toBe('\u2068Ana\u200f\u2069');
    expect(plainText('Phone', 'rtl')).toBe('\u2068Phone\u2069');
  });

  it('takes out what would turn the sentence round', () => {
    expect(plainText('Ana\u202efdp.exe\u202c')).toBe('Anafdp.exe');
    expect(plainText('\u2069\u2068ש\u2069')).toBe('\u2068ש\u2069');
  });
});

describe('formatSize', () => {
  it.each([
    [0, 'en', '0 kB'],
    [51_200, 'en', '51 kB'],
    [1_000_000, 'en', '1.0 MB'],
    [12_345_678, 'pt-BR', '12,3 MB'],
  ])('writes %d bytes in %s', (bytes, locale, text) => {
    expect(formatSize(bytes, locale).replace('\u00A0', ' ')).toBe(text);
  });
});

describe('clipText', () => {
  it('leaves a short text alone', () => {
    expect(clipText('a'.repeat(300))).toBe('a'.repeat(300));
    expect(clipText('')).toBe('');
  });

  it('clips between characters', () => {
    expect(clipText('abcdef', 3)).toBe('abc…');
    expect(clipText('ab👩‍👩‍👧cd', 4)).toBe('ab…');
    expect(clipText(`a${'\u0301'.repeat(400)}`, 300)).toHaveLength(301);
  });

  it('clips a megabyte at once', () => {
    const text = '👋'.repeat(500_000);
    const started = performance.now();
    expect(clipText(text)).toHaveLength(301);
    expect(performance.now() - started).toBeLessThan(20);
  });
});
