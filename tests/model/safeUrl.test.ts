import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeImageUrl, safeUrl, urlHost } from '../../src/model/safeUrl.ts';

const naughty = new URL('../../../shared/data/naughty-strings.json', import.meta.url);

/** URLs that must not become a link. */
const refused = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  'java\r\nscript:alert(1)',
  'javascript\n:alert(1)',
  'javascript://example.com/%0aalert(1)',
  'javascript://https://example.com',
  'javascript:%61lert(1)',
  'javascript&colon;alert(1)',
  'javascript%3Aalert(1)',
  'jav\u0000ascript:alert(1)',
  '\u00A0javascript:alert(1)',
  '\uFEFFjavascript:alert(1)',
  '\u202Ejavascript:alert(1)',
  'vbscript:msgbox(1)',
  'livescript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
  'data:image/svg+xml,<svg onload="alert(1)"/>',
  'blob:https://example.com/0c3a',
  'filesystem:https://example.com/temporary/a',
  'file:///etc/passwd',
  'ftp://example.com/a',
  'ws://example.com',
  'about:blank',
  'view-source:https://example.com',
  'chrome://settings',
  'intent://scan/#Intent;scheme=zxing;end',
  'ms-word:ofe|u|https://example.com/a.docx',
  'sms:+15550100',
  'jar:https://example.com/a.jar!/b',
  'x-apple.systempreferences:',
  'https://ana:secret@example.com/',
  'https://example.com@evil.test/',
  'https://accounts.example.com%2F@evil.test/',
  'http://:secret@example.com/',
  'mailto:ana@example.com%0d%0abcc:all@example.com',
  'mailto:',
  'mailto://evil.test/ana@example.com',
  'mailto:"><script>alert(1)</script>',
  'tel:',
  'tel:////',
  'tel:/+5511999990199',
  'mailto:/ana@example.com',
  '//evil.test/path',
  '/relative',
  'relative',
  '?query',
  '#hash',
  '\\\\evil.test\\share',
  'https://',
  'https://exa mple.com',
  'https://[::1',
  'https://example.com:99999/',
  'http://%00evil.test/',
  `https://example.com/${'a'.repeat(4096)}`,
  `https://example.com/${'é'.repeat(1000)}`,
  '',
  ' ',
];

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
  it.each(refused)('refuses %j', (url) => expect(safeUrl(url)).toBeNull());

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
