import { describe, expect, it } from 'vitest';
import { fold } from '../../src/i18n/fold.ts';
import { isSameName } from '../../src/i18n/isSameName.ts';

describe('fold', () => {
  it.each([
    ['İzmir', 'izmir'],
    ['Isparta', 'ısparta'],
    ['IŞIK', 'ışık'],
    ['kırmızı', 'KIRMIZI'],
    ['kırmızı', 'kirmizi'],
    ['São Paulo', 'sao paulo'],
    ['Ёлка', 'елка'],
    ['Київ', 'київ'],
    ['Straße', 'STRASSE'],
    ['ΟΔΟΣ', 'οδος'],
    ['أحمد', 'احمد'],
    ['مُحَمَّد', 'محمد'],
    ['محـمد', 'محمد'],
    ['ＶＩＰ', 'vip'],
    ['cafe\u0301', 'CAFÉ'],
  ])('takes %s and %s for one', (a, b) => expect(fold(a)).toBe(fold(b)));

  it.each([
    ['кит', 'кот'],
    ['हिन्दी', 'हन्द'],
    ['か', 'き'],
    ['🔥', '🎉'],
    ['a🔥', 'a'],
  ])('tells %s and %s apart', (a, b) => expect(fold(a)).not.toBe(fold(b)));

  it('does not depend on the language of the machine', () => {
    // On a Turkish machine this makes of I a letter without a dot, and of i one with.
    expect('I'.toLocaleLowerCase('tr')).toBe('ı');
    const { toLocaleUpperCase, toLocaleLowerCase } = String.prototype;
    try {
      String.prototype.toLocaleUpperCase = function () {
        return toLocaleUpperCase.call(this, 'tr');
      };
      String.prototype.toLocaleLowerCase = function () {
        return toLocaleLowerCase.call(this, 'tr');
      };
      expect(fold('INSTAGRAM')).toBe(fold('instagram'));
    } finally {
      Object.assign(String.prototype, { toLocaleUpperCase, toLocaleLowerCase });
    }
  });
});

describe('isSameName', () => {
  it.each([
    ['ru', 'Ёлка', 'елка'],
    ['tr', 'VIP', 'vip'],
    ['tr', 'KIRMIZI', 'kırmızı'],
    ['tr', 'İzmir', 'izmir'],
    ['es', 'Sábado', 'SABADO'],
    ['fr', 'été', 'ETE'],
    ['pt-BR', 'São Paulo', ' sao paulo'],
    ['ar', 'أحمد', 'احمد'],
    ['en', 'Año', 'ano'],
  ])('in %s: %s and %s', (locale, a, b) => expect(isSameName(a, b, locale)).toBe(true));

  it.each([
    ['ru', 'Мой', 'мои'],
    ['uk', 'їжа', 'іжа'],
    ['uk', 'гай', 'гаи'],
    ['es', 'Año', 'ano'],
    ['en', 'a🔥', 'a'],
    ['en', 'VIP', 'VIP 2'],
  ])('not in %s: %s and %s', (locale, a, b) => expect(isSameName(a, b, locale)).toBe(false));
});
