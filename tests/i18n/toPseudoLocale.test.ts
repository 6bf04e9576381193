import { expect, it } from 'vitest';
import { ar } from '../../src/i18n/ar.ts';
import { en } from '../../src/i18n/en.ts';
import { toPseudoLocale } from '../../stories/support/toPseudoLocale.ts';
import { locales } from '../support/locales.ts';
import { messageTexts } from '../support/messageTexts.ts';

const { messages } = toPseudoLocale(en);

it('disguises what is ours, and keeps what a message is given', () => {
  expect(messages.save.retry).toBe('⟦Ŕéťŕýŕé⟧');
  expect(messages.tags.remove('VIP')).toBe('⟦Ŕéḿóṽéŕéḿ ťáǵťá VIP⟧');
  expect(messages.conflict.changed({ by: 'Ana', value: null, when: undefined })).toMatch(
    /^⟦Ana [^A-Za-z]+⟧$/,
  );
});

it('still counts, in the forms of the language', () => {
  expect(messages.tags.more(1)).not.toContain('ťáǵś');
  expect(messages.tags.more(2)).toContain('ťáǵś');
  expect(messages.header.members(1234)).toMatch(/^⟦1,234 /);
});

it('brackets every text once, 40 % longer at least, with no plain letter left', () => {
  const english = new Map(messageTexts(en.messages));
  for (const [path, text] of messageTexts(messages)) {
    expect(text, path).toMatch(/^⟦[^⟦⟧]+⟧$/);
    expect(text.replace(/⟨.*?⟩/g, ''), path).not.toMatch(/[A-Za-z]/);
    const [letters, before] = [text, english.get(path) ?? ''].map(
      (it) => it.replace(/⟨.*?⟩|\P{L}/gu, '').length,
    );
    expect(letters, path).toBeGreaterThanOrEqual((before ?? 0) * 1.4);
  }
});

it('keeps the locale and its direction', () => {
  expect(toPseudoLocale(ar)).toMatchObject({ locale: 'ar', dir: 'rtl' });
  for (const locale of locales) expect(toPseudoLocale(locale).messages.save.retry).toMatch(/^⟦.+⟧$/);
});
