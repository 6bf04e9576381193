import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeImageUrl, safeUrl, urlHost } from '../../src/model/safeUrl.ts';
import { hostileUrls } from '../support/hostileUrls.ts';

const naughty = new URL('../../../shared/data/naughty-strings.json', import.meta.url);

/** URLs that look worse than they are, and what is left of them. */
const tamed = [
  ['https://example.com', 'https://example.com/'],
  ['  https://example.com/a  ', 'https://example.com/a'],
  ['HTTPS://EXAMPLE.COM/A', 'https://example.com/A'],
  ['https:\\\\example.com\\a', 'https://example.com/a'],
  ['https://exa\tmple.com/', 'https://example.com/'],
  ['https://example.com/"onmouseover="alert(1)', 'https://example.com/%22onmouseover=%22alert(1)'],
  ['https://example.com/<script>', 'https://example.com/%3Cscript%3E'],
  ['https://example.com/?next=javascript:alert(1)', 'https://example.com/?next=javascript:alert(1)'],
  ['https://аpple.com/', 'https://xn--pple-43d.com/'],
  ['https://example.com/\uD800', 'https://example.com/%EF%BF%BD'],
  ['mailto:ana@example.com?bcc=all@example.com&body=hi', 'mailto:ana@example.com'],
  ['mailto:ana@example.com#x', 'mailto:ana@example.com'],
  ['tel:+55%2011', 'tel:+55%2011'],
  ['tel:+5511999990199', 'tel:+5511999990199'],
] as const;

describe('safeUrl', () => {
  it.each(hostileUrls)('refuses %j', (url) => expect(safeUrl(url)).toBeNull());

  it.each(tamed)('makes of %j what the parser understood', (url, href) => expect(safeUrl(url)).toBe(href));

  it('refuses nothing at all', () => {
    expect(safeUrl(null)).toBeNull();
    expect(safeUrl(undefined)).toBeNull();
  });

  it('gives only links of the four protocols, whatever the pieces', () => {
    const piece = fc.constantFrom(
      ...[
        'java',
        'script',
        'JAVASCRIPT:',
        'data:',
        'vbscript:',
        'https:',
        'http:',
        'mailto:',
        'tel:',
        'blob:',
      ],
      ...[
        '//',
        '\\\\',
        '/',
        ':',
        '@',
        '#',
        '?',
        '%0a',
        '%00',
        '&#58;',
        'evil.test',
        'user:pass',
        'alert(1)',
        ' ',
      ],
      ...[
        '\0',
        '\t',
        '\n',
        '\r',
        '\u0001',
        '\u001f',
        '\u00a0',
        '\u200b',
        '\u202e',
        '\ufeff',
        '\ud800',
        'é',
        '<',
        '"',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const url = safeUrl(pieces.join(''));
        if (url === null) return;
        const parsed = new URL(url);
        expect(['http:', 'https:', 'mailto:', 'tel:']).toContain(parsed.protocol);
        expect(parsed.username + parsed.password).toBe('');
        expect(/[\p{Cc}<>]/u.test(url)).toBe(false);
        expect(safeUrl(url)).toBe(url);
      }),
      { numRuns: 2000 },
    );
  });

  it.skipIf(!existsSync(naughty))('makes no script of a naughty string (needs ../shared/data)', () => {
    for (const text of JSON.parse(readFileSync(naughty, 'utf8')) as string[]) {
      for (const url of [safeUrl(text), safeImageUrl(text)]) {
        if (url !== null) expect(url).toMatch(/^(https?|mailto|tel|blob):/);
      }
    }
  });
});

describe('safeImageUrl', () => {
  it.each([
    ['https://example.com/a.png', 'https://example.com/a.png'],
    ['blob:https://example.com/0c3a', 'blob:https://example.com/0c3a'],
    ['http://localhost:3000/a.png', 'http://localhost:3000/a.png'],
    ['http://127.0.0.1/a.png', 'http://127.0.0.1/a.png'],
  ])('shows %s', (url, href) => expect(safeImageUrl(url)).toBe(href));

  it.each([
    'http://example.com/a.png',
    'http://localhost.evil.test/a.png',
    'http://127.0.0.1.evil.test/a.png',
    'https://ana:secret@example.com/a.png',
    'data:image/png;base64,AAAA',
    'data:image/svg+xml,<svg/>',
    'javascript:alert(1)',
    'mailto:ana@example.com',
    '/a.png',
    '//example.com/a.png',
    null,
    undefined,
  ])('does not show %j', (url) => expect(safeImageUrl(url)).toBeNull());
});

describe('urlHost', () => {
  it('names the host that the link leads to, with its port', () => {
    expect(urlHost('https://ads.example.com:8443/a?b')).toBe('ads.example.com:8443');
  });

  it('shows a look-alike letter', () => expect(urlHost('https://аpple.com')).toBe('xn--pple-43d.com'));

  it('is nothing where no page is opened', () => {
    expect(urlHost('mailto:ana@example.com')).toBeNull();
    expect(urlHost('javascript:alert(1)')).toBeNull();
    expect(urlHost(null)).toBeNull();
  });
});
