import { expect, it } from 'vitest';
import { safeUrl } from '../../src/model/safeUrl.ts';
import { toProfileUrl } from '../../src/model/toProfileUrl.ts';

it.each([
  ['telegram', 'ana_souza', 'https://t.me/ana_souza'],
  ['instagram', '@ana.souza', 'https://www.instagram.com/ana.souza'],
  ['tiktok', 'ana', 'https://www.tiktok.com/@ana'],
])('links the public page of %s', (channel, username, url) => {
  expect(toProfileUrl(channel, username)).toBe(url);
  expect(safeUrl(url)).toBe(url);
});

it.each(['messenger', 'whatsapp', 'viber', 'live-chat', '__proto__', 'someday'])(
  'links nothing for %s, which has no public page',
  (channel) => expect(toProfileUrl(channel, 'ana')).toBeNull(),
);

it.each([null, undefined, '', '  ', '@', '.', '..', '\ud800'])(
  'links nothing for the username %j',
  (username) => expect(toProfileUrl('telegram', username)).toBeNull(),
);

it('keeps a username inside its path', () => {
  expect(toProfileUrl('telegram', '../evil?a#b')).toBe('https://t.me/..%2Fevil%3Fa%23b');
  expect(toProfileUrl('tiktok', '@@x/..//evil.test')).toBe(
    'https://www.tiktok.com/@%40x%2F..%2F%2Fevil.test',
  );
});
