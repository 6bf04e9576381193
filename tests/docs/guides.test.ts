import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publicEntries } from '../../publicEntries.mjs';
import { root } from '../support/readSource.ts';

const guides = readdirSync(join(root, 'docs')).map((file) => `docs/${file}`);
const pages = readdirSync(join(root, 'stories/guides')).map((file) => `stories/guides/${file}`);
const documents = ['README.md', 'llms.txt', ...guides];

/** What `[text](target)` leads to, in what is not code. */
function linksOf(path: string): string[] {
  const words = read(path).replace(/^```[\s\S]*?^```$/gm, '');
  return [...words.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
}

describe('each guide', () => {
  test.each(['README.md', 'llms.txt'])('is linked by %s', (path) => {
    expect(guides.filter((guide) => !linksOf(path).some((target) => target.startsWith(guide)))).toEqual([]);
  });

  test('is a page of the Storybook, under its own name, from the one text', () => {
    const shown = pages.map((page) => ({
      guide: /from '\.\.\/\.\.\/(docs\/[\w-]+\.md)\?raw'/.exec(read(page))?.[1],
      title: /<Meta title="Guides\/([^"]+)" \/>/.exec(read(page))?.[1],
    }));
    expect(shown.map(({ guide }) => guide).sort()).toEqual(guides);
    for (const { guide = '', title = '' } of shown) {
      expect(read(guide)).toMatch(new RegExp(`^# ${title}\n`));
      expect(guide).toBe(`docs/${title.toLowerCase().replaceAll(' ', '-')}.md`);
    }
  });
});

describe('each link', () => {
  test.each(documents)('of %s leads to a file, and to a heading of it', (path) => {
    const dead = linksOf(path).filter((link) => {
      const [target = '', anchor] = link.split('#');
      const file = target === '' ? path : posix.join(posix.dirname(path), target);
      if (/^https?:/.test(link)) return false;
      return !existsSync(join(root, file)) || (anchor !== undefined && !anchorsOf(file).includes(anchor));
    });
    expect(dead).toEqual([]);
  });
});

describe('llms.txt', () => {
  test('has the form of llmstxt.org: a name, what it is, sections of lists', () => {
    const text = read('llms.txt');
    expect(text).toMatch(/^# subscriber-card\n\n> \S/);
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, name]) => name)).toEqual([
      'Entries',
      'Guides',
      'Traps',
      'Optional',
    ]);
  });

  test('names every entry', () => {
    const text = read('llms.txt').replace(/, `([\w-]+)`/g, ', `subscriber-card/locales/$1`');
    const named = publicEntries.filter(({ specifier }) => text.includes(`\`${specifier}\``));
    expect(publicEntries.filter((entry) => !named.includes(entry))).toEqual([]);
  });
});

/** As they are made of headings by those who show Markdown. */
function anchorsOf(path: string): string[] {
  return [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
