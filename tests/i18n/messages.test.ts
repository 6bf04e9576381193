import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { ptBR } from '../../src/i18n/pt-BR.ts';
import { toReasonText } from '../../src/i18n/toReasonText.ts';

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
  expect([deals.add, deals.showMore]).toEqual(['Add deal', 'Show more deals']);
  expect([deals.edit('Chairs'), deals.open('Chairs')]).toEqual(['Edit deal Chairs', 'Open deal Chairs']);
  expect([deals.tab, contact.addTab, contact.tab]).toEqual(['Deals', 'Add contact', 'Contact']);
  expect([dealForm.pipeline, dealForm.step, dealForm.name]).toEqual(['Pipeline', 'Step', 'Name']);
  expect([dealForm.value, dealForm.currency, dealForm.assignee]).toEqual(['Value', 'Currency', 'Assignee']);
  expect([dealForm.save, dealForm.cancel]).toEqual(['Save deal', 'Cancel']);
  expect([contact.firstName, contact.lastName]).toEqual(['First name', 'Last name']);
  expect([contact.phone, contact.email]).toEqual(['Phone', 'Email']);
  expect([contact.addPhone, contact.addEmail]).toEqual(['Add phone', 'Add email']);
  expect([contact.removePhone(2), contact.makePrimary]).toEqual(['Remove phone 2', 'Make primary']);
  expect([contact.save, contact.cancel, contact.showAll]).toEqual(['Save contact', 'Cancel', 'Show all']);
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
  it('counts: nothing is one there', () => {
    expect(ptBR.messages.tags.available(0)).toBe('0 tag disponível');
    expect(ptBR.messages.tags.available(1)).toBe('1 tag disponível');
    expect(ptBR.messages.tags.available(2)).toBe('2 tags disponíveis');
    expect(ptBR.messages.instagram.followers(1_000_000)).toBe('1.000.000 de seguidores');
  });

  it('speaks as the product’s own help does', () => {
    expect(ptBR.messages.deals.add).toBe('Adicionar um negócio');
    expect(ptBR.messages.contact.addTab).toBe('Adicionar contato');
    expect(ptBR.messages.contact.save).toBe('Salvar contato');
    expect(ptBR.messages.contact.showAll).toBe('Mostrar tudo');
    expect(ptBR.messages.dealForm.step).toBe('Etapa');
  });

  it('leaves no sentence in English', () => {
    const same = new Set(['Tags', 'CRM', 'Pipeline']);
    const brands = new Set(Object.values(en.messages.channels));
    const translated = new Map(texts(ptBR.messages));
    for (const [path, text] of texts(en.messages)) {
      if (same.has(text) || brands.has(text)) continue;
      expect(translated.get(path), path).toBeDefined();
      if (/[a-z]{3}/i.test(text.replace(/⟨.*?⟩/g, ''))) expect(translated.get(path), path).not.toBe(text);
    }
  });
});

it.each([en, ptBR])('$locale says every text, and writes every argument into it', ({ messages: all }) => {
  for (const [path, text] of texts(all)) {
    expect(text.trim(), path).not.toBe('');
    expect(text, path).not.toMatch(/undefined|null|NaN|\[object|#(?!⟨)/);
  }
});

it.each([en, ptBR])('$locale has a text for every reason', (locale) => {
  expect(toReasonText({ code: 'required' }, locale.messages)).toBe(locale.messages.validation.required);
  expect(toReasonText({ code: 'too-long', max: 1000 }, locale.messages)).toMatch(/1[.,]000/);
  expect(toReasonText({ code: 'pattern', hint: 'Two letters' }, locale.messages)).toBe('Two letters');
  expect(toReasonText({ code: 'pattern' }, locale.messages)).toBe(
    locale.messages.validation.pattern({ code: 'pattern' }),
  );
});

it('does not take a dollar sign in a name for an instruction', () => {
  expect(messages.tags.added('$& $1', 2)).toBe('$& $1 added, 2 tags');
});

/** Every message with its path, functions called with arguments that can be recognised. */
function texts(group: object, path = ''): [string, string][] {
  return Object.entries(group).flatMap(([key, value]): [string, string][] => {
    const at = `${path}.${key}`;
    if (typeof value === 'string') return [[at, value]];
    if (typeof value === 'function') return [[at, say(at, value)]];
    return texts(value as object, at);
  });
}

function say(path: string, message: (...values: unknown[]) => string): string {
  if (path === '.conflict.changed') return message({ by: '⟨by⟩', value: '⟨value⟩', when: '⟨when⟩' });
  if (path.startsWith('.validation')) return message({ max: 3, hint: '⟨hint⟩' });
  const counted = /members|followers|found|available|more|manyChanged|omitted/;
  const isCount = counted.test(path) || /banner|remove(Phone|Email)/.test(path);
  return isCount ? message(3) : message('⟨one⟩', /tags\.(added|removed)/.test(path) ? 3 : '⟨two⟩');
}
