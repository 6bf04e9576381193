import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ar } from '../../src/i18n/ar.ts';
import { en } from '../../src/i18n/en.ts';
import { es } from '../../src/i18n/es.ts';
import { fr } from '../../src/i18n/fr.ts';
import type { Locale } from '../../src/i18n/messages.ts';
import { parseNumber } from '../../src/i18n/parse.ts';
import { ptBR } from '../../src/i18n/pt-BR.ts';
import { ru } from '../../src/i18n/ru.ts';
import { toReasonText } from '../../src/i18n/toReasonText.ts';
import { tr } from '../../src/i18n/tr.ts';
import { uk } from '../../src/i18n/uk.ts';
import { isPhone } from '../../src/model/phone.ts';
import { importedLocales, locales } from '../support/locales.ts';
import { isCounted, messageTexts } from '../support/messageTexts.ts';
import { root } from '../support/readSource.ts';

const { messages } = en;

it('keeps the accessible names that hosts test against', () => {
  const { card, section, variables, tags, deals, dealForm, contact, header, save, conflict, undo, copy } =
    messages;
  expect([card.landmark, card.landmarkOf('Ana')]).toEqual(['Subscriber card', 'Subscriber card: Ana']);
  expect([section.variables, section.tags]).toEqual(['Variables', 'Tags']);
  expect([variables.edit('Plan'), variables.clear('Plan')]).toEqual(['Edit Plan', 'Clear Plan']);
  expect([variables.copy('Plan'), copy.copied, variables.show('Plan')]).toEqual([
    'Copy Plan',
    'Copied',
    'Show Plan',
  ]);
  expect([tags.add, tags.remove('VIP')]).toEqual(['Add tag', 'Remove tag VIP']);
  expect([deals.add, deals.showMore(), deals.showMore(25)]).toEqual([
    'Add deal',
    'Show more deals',
    'Show more deals (25)',
  ]);
  expect([deals.edit('Chairs'), deals.open('Chairs')]).toEqual(['Edit deal Chairs', 'Open deal Chairs']);
  expect([deals.tab, contact.addTab, contact.tab]).toEqual(['Deals', 'Add contact', 'Contact']);
  expect([dealForm.pipeline, dealForm.step, dealForm.name]).toEqual(['Pipeline', 'Step', 'Name']);
  expect([dealForm.value, dealForm.currency, dealForm.assignee]).toEqual(['Value', 'Currency', 'Assignee']);
  expect([dealForm.save, dealForm.cancel]).toEqual(['Save deal', 'Cancel']);
  expect([contact.firstName, contact.lastName]).toEqual(['First name', 'Last name']);
  expect([contact.phone, contact.email]).toEqual(['Phone', 'Email']);
  expect([contact.addPhone, contact.addEmail]).toEqual(['Add phone', 'Add email']);
  expect([contact.removePhone(2), contact.makePrimary]).toEqual(['Remove phone 2', 'Make primary']);
  expect([contact.save, contact.cancel, contact.moreFields]).toEqual([
    'Save contact',
    'Cancel',
    'More fields',
  ]);
  expect([header.copyShareLink, header.copyInviteLink]).toEqual(['Copy share link', 'Copy invite link']);
  expect([save.retry, save.discard]).toEqual(['Retry', 'Discard']);
  expect([conflict.keepMine, conflict.takeTheirs, undo.undo]).toEqual(['Keep mine', 'Take theirs', 'Undo']);
});

describe('English', () => {
  it('counts', () => {
    expect(messages.header.members(1)).toBe('1 member');
    expect(messages.header.members(1234)).toBe('1,234 members');
    expect(messages.tags.added('VIP', 4)).toBe('VIP added, 4 tags');
    expect(messages.tags.removed('VIP', 1)).toBe('VIP removed, 1 tag');
    expect(messages.banner.signedOut(3)).toBe('Sign in again to save 3 changes');
    expect(messages.banner.signedOut(0)).toBe('Sign in again');
    expect(messages.banner.offline(2)).toBe('Offline: 2 changes wait');
    expect(messages.banner.offline(1)).toBe('Offline: 1 change waits');
  });

  it('says who changed what, as far as it is known', () => {
    const { changed } = messages.conflict;
    expect(changed({ by: 'Ana', value: 'team', when: '5 seconds ago' })).toBe(
      'Ana changed this to team, 5 seconds ago',
    );
    expect(changed({ by: undefined, value: null, when: undefined })).toBe('Someone else cleared this');
  });
});

describe('Brazilian Portuguese', () => {
  it('speaks as the product’s own help does', () => {
    expect(ptBR.messages.deals.add).toBe('Adicionar um negócio');
    expect(ptBR.messages.contact.addTab).toBe('Adicionar contato');
    expect(ptBR.messages.contact.save).toBe('Salvar contato');
    expect(ptBR.messages.contact.moreFields).toBe('Mais campos');
    expect(ptBR.messages.dealForm.step).toBe('Etapa');
  });
});

describe('a count', () => {
  // A row of each plural category that the language has.
  const tags: [Locale, [count: number, text: string][]][] = [
    [
      ru,
      [
        [0, '0 тегов'],
        [1, '1 тег'],
        [2, '2 тега'],
        [5, '5 тегов'],
        [11, '11 тегов'],
        [21, '21 тег'],
        [22, '22 тега'],
        [1.5, '1,5 тега'],
      ],
    ],
    [
      uk,
      [
        [0, '0 тегів'],
        [1, '1 тег'],
        [2, '2 теги'],
        [5, '5 тегів'],
        [11, '11 тегів'],
        [21, '21 тег'],
        [24, '24 теги'],
        [1.5, '1,5 тегу'],
      ],
    ],
    [
      tr,
      [
        [0, '0 etiket'],
        [1, '1 etiket'],
        [5, '5 etiket'],
      ],
    ],
    [
      es,
      [
        [0, '0 etiquetas'],
        [1, '1 etiqueta'],
        [2, '2 etiquetas'],
        [1_000_000, '1.000.000 de etiquetas'],
      ],
    ],
    [
      fr,
      [
        [0, '0 étiquette'],
        [1, '1 étiquette'],
        [2, '2 étiquettes'],
        [1_000_000, '1 000 000 d’étiquettes'],
      ],
    ],
    [
      ptBR,
      [
        [0, '0 tag'],
        [1, '1 tag'],
        [2, '2 tags'],
        [1_000_000, '1.000.000 de tags'],
      ],
    ],
    [
      ar,
      [
        [0, 'لا وسوم'],
        [1, 'وسم واحد'],
        [2, 'وسمان'],
        [3, '3 وسوم'],
        [11, '11 وسمًا'],
        [100, '100 وسم'],
      ],
    ],
    [
      en,
      [
        [0, '0 tags'],
        [1, '1 tag'],
        [2, '2 tags'],
        [1234, '1,234 tags'],
      ],
    ],
  ];

  it.each(
    tags.flatMap(([locale, rows]) =>
      rows.map(([count, text]) => ({ locale, tag: locale.locale, count, text })),
    ),
  )('of $count tags in $tag is said as "$text"', ({ locale, count, text }) => {
    expect(locale.messages.tags.added('VIP', count).replace(/[\u00A0\u202F]/g, ' ')).toContain(text);
  });

  it.each(tags)('$locale meets every category of its plural rules in this table', ({ locale }, rows) => {
    const rules = new Intl.PluralRules(locale);
    const met = new Set(rows.map(([count]) => rules.select(count)));
    expect([...met].sort()).toEqual([...rules.resolvedOptions().pluralCategories].sort());
  });

  it.each(locales)(
    '$locale names the categories that Intl has for it: without one a text does not compile',
    ({ locale }) => {
      const source = readFileSync(join(root, `src/i18n/${locale}.ts`), 'utf8');
      const named = [...(/createPlural<(.+?)>/.exec(source)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(
        ([, rule]) => rule,
      );
      const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
      expect([...named, 'other'].sort()).toEqual([...pluralCategories].sort());
    },
  );

  it.each(locales)('stands in every text of $locale that takes one', ({ messages: all }) => {
    for (const [path, text] of messageTexts(all, 7)) if (isCounted(path)) expect(text, path).toContain('7');
  });
});

describe.each(locales)('$locale', ({ locale, dir, messages: all }) => {
  const texts = messageTexts(all);
  const english = new Map(messageTexts(messages));

  it('says every text, without a leftover of its making', () => {
    expect(texts.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
    for (const [path, text] of texts) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/undefined|null|NaN|\[object|#(?!⟨)/);
      expect(text, path).not.toMatch(/^\s|\s$| {2}/);
    }
  });

  it('writes into each text what English does', () => {
    const written = (text: string) => [...new Set(text.match(/⟨.*?⟩/g))].sort();
    for (const [path, text] of texts) expect(written(text), path).toEqual(written(english.get(path) ?? ''));
  });

  it('has a text for every reason', () => {
    expect(toReasonText({ code: 'required' }, all)).toBe(all.validation.required);
    expect(toReasonText({ code: 'too-long', max: 1000 }, all)).toMatch(/1[.,\s]?000/);
    expect(toReasonText({ code: 'pattern', hint: 'Two letters' }, all)).toBe('Two letters');
    expect(toReasonText({ code: 'pattern' }, all)).toBe(all.validation.pattern({ code: 'pattern' }));
  });

  it('gives examples that it takes itself', () => {
    const { validation } = all;
    const number = /\d[\d.,\s]*\d/.exec(validation['not-a-number'])?.[0] ?? '';
    expect(parseNumber(number, locale)).toEqual({ ok: true, value: '1234.56' });
    expect(number).toBe(new Intl.NumberFormat(locale).format(1234.56));
    expect(isPhone(/\+[\d\s-]*\d/.exec(validation['not-a-phone'])?.[0] ?? '')).toBe(true);
    expect(validation['not-an-email']).toMatch(/\b[a-z]+@example\.com\b/);
    expect(validation['not-a-url']).toContain('https://example.com');
  });

  it('tells apart what stands side by side', () => {
    const { conflict, form, save, variables, instagram, deals, subscription } = all;
    const groups = [
      [conflict.keepMine, conflict.takeTheirs, conflict.copyMine],
      [form.discard, form.keepEditing, form.copyText],
      [save.retry, save.discard, save.check],
      [variables.notSet, variables.emptyText, variables.masked, variables.yes, variables.no],
      [instagram.followsYou, instagram.doesNotFollowYou, instagram.followsYouUnknown],
      [instagram.youFollow, instagram.youDoNotFollow, instagram.youFollowUnknown],
      Object.values(deals.status),
      Object.values(subscription.status),
      Object.values(all.errors),
    ];
    for (const group of groups) expect(new Set(group).size).toBe(group.length);
  });

  it('runs in the direction of its letters', () => {
    const letters = Object.values(all.errors).join('');
    expect(/\p{Script=Arabic}/u.test(letters)).toBe(dir === 'rtl');
  });
});

describe.each(importedLocales)('$locale', ({ locale, messages: all }) => {
  // What the language writes alike: loanwords, names of products, and signs.
  const same: { readonly [locale: string]: readonly string[] } = {
    'pt-BR': ['Tags', 'Pipeline'],
    es: ['Variables', '3 variables', 'Pipeline', 'No'],
    fr: ['Variables', '3 variables', 'Contact', 'Pipeline', '3 followers'],
    ru: ['Email', 'Email 3'],
    uk: ['Email', 'Email 3'],
  };
  const brands = Object.values(messages.channels);

  it('leaves no sentence in English', () => {
    const translated = new Map(messageTexts(all));
    const kept = new Set(['CRM', ...brands, ...(same[locale] ?? [])]);
    for (const [path, text] of messageTexts(messages)) {
      const hasWords = /[a-z]{2}/i.test(text.replace(/⟨.*?⟩/g, ''));
      if (hasWords && !kept.has(text)) expect(translated.get(path), path).not.toBe(text);
    }
  });

  it('writes in its own script', () => {
    const scripts: { readonly [locale: string]: RegExp } = {
      ar: /\p{Script=Arabic}/u,
      ru: /\p{Script=Cyrillic}/u,
      uk: /\p{Script=Cyrillic}/u,
    };
    const script = scripts[locale];
    for (const [path, text] of messageTexts(all)) {
      const words = brands.reduce((rest, brand) => rest.replaceAll(brand, ''), text);
      const isWord = /\p{L}{2}/u.test(words.replace(/⟨.*?⟩|CRM|Email/g, ''));
      if (script && isWord) expect(text, path).toMatch(script);
    }
  });
});

describe('one word for one thing', () => {
  // The stem of each term of the product, in all texts that speak of it.
  it.each([
    [
      'es',
      es,
      {
        subscriber: /suscriptor/i,
        tag: /etiqueta/i,
        deal: /negocio/i,
        step: /etapa/i,
        pipeline: /pipeline/i,
      },
    ],
    [
      'fr',
      fr,
      {
        subscriber: /abonné/i,
        tag: /étiquette/i,
        deal: /transaction/i,
        step: /étape/i,
        pipeline: /pipeline/i,
      },
    ],
    [
      'pt-BR',
      ptBR,
      { subscriber: /assinante/i, tag: /tag/i, deal: /negócio/i, step: /etapa/i, pipeline: /pipeline/i },
    ],
    ['ru', ru, { subscriber: /подписчик/i, tag: /тег/i, deal: /сдел/i, step: /этап/i, pipeline: /воронк/i }],
    [
      'tr',
      tr,
      { subscriber: /abone/i, tag: /etiket/i, deal: /anlaşma/i, step: /aşama/i, pipeline: /satış hattı/i },
    ],
    [
      'uk',
      uk,
      { subscriber: /підписник/i, tag: /тег/i, deal: /угод/i, step: /етап/i, pipeline: /ворон[кц]/i },
    ],
    ['ar', ar, { subscriber: /مشترك/, tag: /وسم|وسوم/, deal: /صفق/, step: /مرحل|مراحل/, pipeline: /مسار/ }],
  ])('in %s', (_, { messages: all }, terms) => {
    const { card, section, tags, deals, dealForm } = all;
    const said: { readonly [term in keyof typeof terms]: readonly string[] } = {
      subscriber: [card.landmark, card.noneSelected, card.notFound, card.deleted, section.subscriber],
      tag: [
        section.tags,
        tags.add,
        tags.remove('x'),
        tags.assigned,
        tags.noneHint,
        tags.noMatch('x'),
        tags.more(2),
      ],
      deal: [
        section.deals,
        deals.tab,
        deals.add,
        deals.edit('x'),
        deals.open('x'),
        deals.noneHint,
        dealForm.save,
        all.news.dealAdded('x'),
      ],
      step: [dealForm.step, dealForm.chooseStep, dealForm.noSteps, dealForm.stepReset, deals.unknownStep],
      pipeline: [dealForm.pipeline, dealForm.choosePipeline, dealForm.noSteps, dealForm.noPipelines],
    };
    for (const [term, stem] of Object.entries(terms)) {
      for (const text of said[term as keyof typeof terms]) expect(text).toMatch(stem);
    }
  });
});

it('does not take a dollar sign in a name for an instruction', () => {
  expect(messages.tags.added('$& $1', 2)).toBe('$& $1 added, 2 tags');
});
