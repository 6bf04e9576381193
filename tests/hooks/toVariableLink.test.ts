import { expect, test } from 'vitest';
import { toVariableLink } from '../../src/hooks/toVariableLink.ts';

test.each([
  ['phone', '+55 (11) 98123-4567', 'tel:+5511981234567'],
  ['phone', '０１２ ３４５', 'tel:012345'],
  ['phone', '(11) 4002-8922 ext. 12', 'tel:1140028922;ext=12'],
  ['email', 'ana@example.com', 'mailto:ana@example.com'],
  ['email', 'a?bcc=all@example.com', 'mailto:a%3Fbcc%3Dall@example.com'],
  ['url', 'https://example.com', 'https://example.com/'],
])('a %s leads to where it says: %s', (type, value, href) => {
  expect(toVariableLink(type, value)?.href).toBe(href);
});

test.each([
  ['phone', 'call me'],
  ['phone', ''],
  ['phone', '٠١٢ ٣٤٥'],
  ['email', 'nobody'],
  ['email', '\ud800@example.com'],
  ['url', 'javascript:alert(1)'],
  ['url', 'https://user:secret@example.com'],
  ['url', 'example.com'],
  ['string', 'https://example.com'],
])('a %s that is no address leads nowhere: %j', (type, value) => {
  expect(toVariableLink(type, value)).toBeNull();
});

test('a page is named by its host as the browser asks for it, and the rest of its address', () => {
  expect(toVariableLink('url', 'https://аpple.com/a?b#c')?.page).toEqual({
    host: 'xn--pple-43d.com',
    path: '/a?b#c',
  });
  expect(toVariableLink('url', 'https://example.com/')?.page).toEqual({ host: 'example.com', path: '' });
  expect(toVariableLink('url', 'mailto:a@b.co')?.page).toBeNull();
});
