import { expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { ptBR } from '../../src/i18n/pt-BR.ts';
import { type MessagesOverride, resolveMessages } from '../../src/i18n/resolveMessages.ts';

it('gives the locale’s own messages where the host has none', () => {
  expect(resolveMessages(en)).toBe(en.messages);
  expect(resolveMessages(en, {})).toEqual(en.messages);
});

it('says what the host says, and the rest as the locale does', () => {
  const messages = resolveMessages(ptBR, {
    card: { landmark: 'Cliente' },
    deals: { status: { won: 'Fechado' }, edit: (name) => `Alterar ${name}` },
  });
  expect(messages.card.landmark).toBe('Cliente');
  expect(messages.card.noName).toBe('(sem nome)');
  expect(messages.deals.status).toEqual({ open: 'Aberto', won: 'Fechado', lost: 'Perdido' });
  expect(messages.deals.edit('X')).toBe('Alterar X');
  expect(ptBR.messages.card.landmark).toBe('Cartão do assinante');
});

it('takes nothing that would break a sentence: undefined, another type, a key that it does not know', () => {
  const wrong = JSON.parse(
    '{"card":{"landmark":5,"noName":null,"__proto__":{"polluted":true}},"deals":{"edit":"Edit"},"tags":"x","new":{"a":"b"}}',
  ) as MessagesOverride;
  expect(resolveMessages(en, wrong)).toEqual(en.messages);
  expect(resolveMessages(en, { card: undefined, tags: { add: undefined } })).toEqual(en.messages);
  expect('polluted' in {}).toBe(false);
});
