import { expect, it } from 'vitest';
import { createPlural } from '../../src/i18n/createPlural.ts';
import { en } from '../../src/i18n/en.ts';
import type { Locale, Messages } from '../../src/i18n/messages.ts';
import { ru } from '../../src/i18n/ru.ts';

// Judged by `npm run typecheck`: a line that is expected not to compile, and does, is an error there.

it('a language that leaves a text out does not compile', () => {
  // @ts-expect-error `failed` is missing
  const copy: Messages['copy'] = { copied: 'Скопировано' };
  const { offline: _, ...others } = ru.messages.errors;
  // @ts-expect-error a text of an error is missing
  const errors: Messages['errors'] = others;
  const { tags: __, ...groups } = ru.messages;
  // @ts-expect-error a whole group is missing
  const locale: Locale = { ...ru, messages: groups };
  expect([copy, errors, locale]).toHaveLength(3);
});

it('neither does one that forgets to write a name or a number', () => {
  // @ts-expect-error a text where a function is wanted
  const tags: Messages['tags'] = { ...en.messages.tags, remove: 'Remove tag' };
  // @ts-expect-error a function of something else
  const variables: Messages['variables'] = { ...en.messages.variables, found: (names: string[]) => names[0] };
  expect([tags, variables]).toHaveLength(2);
});

it('neither does a count without one of the forms of the language', () => {
  const plural = createPlural<'one' | 'few' | 'many'>('ru');
  // @ts-expect-error `many` is missing
  expect(plural(1, { one: '# тег', few: '# тега', other: '# тега' })).toBe('1 тег');
  // @ts-expect-error Russian has no form of its own for two
  expect(plural(2, { one: '# тег', two: '# тега', few: '# тега', many: '# тегов', other: '#' })).toBe(
    '2 тега',
  );
});
