import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const catalogue = fileURLToPath(new URL('../../../shared/design/failure-modes.md', import.meta.url));

/** Rows that a test of another name shows: where it stands, and what it is called there. */
const elsewhere: { readonly [row: string]: readonly [file: string, title: string] } = {
  R8: [
    'tests/components/badInput.browser.test.tsx',
    '412 because of another field of the record: saved, and nobody is asked',
  ],
  R9: ['tests/store/createCardStore.test.ts', 'meets its own lost answer and takes it for its own'],
  R15: [
    'tests/components/TagPicker.browser.test.tsx',
    'offers no new tag where there is one of that name, but for case and accents',
  ],
  R19: ['tests/store/createCardClient.test.ts', 'that come before the first answer are not lost'],
  R20: ['tests/store/learn.test.ts', 'ignores a repeat and a late event'],
  R21: [
    'tests/store/createCardClient.test.ts',
    'after a connection that was closed and is open again are not trusted: all is read again',
  ],
  R25: [
    'tests/provider/SubscriberCardProvider.browser.test.tsx',
    'reads nothing again, listens no second time, and is used for the next call',
  ],
  R27: [
    'tests/provider/SubscriberCardProvider.browser.test.tsx',
    'a strict tree listens once, reads at most twice, and leaves nothing behind',
  ],
  R33: [
    'tests/components/SubscriberCard.browser.test.tsx',
    'takes back the last change by the keyboard, with the focus in the card and not in a text',
  ],
  N1: [
    'tests/components/SubscriberCard.browser.test.tsx',
    'says once after eight seconds that it takes long, and offers to try again',
  ],
  N3: [
    'tests/store/createCardStore.test.ts',
    'survives an adapter that throws at once, and one that rejects with nothing',
  ],
  N4: ['tests/store/oddRejections.test.ts', 'ends, is told to the host, and can be done again: $what'],
  N5: [
    'tests/adapters/malformed.test.ts',
    'malformed answers: nothing is thrown but "malformed", and every other row stays',
  ],
  N6: [
    'tests/adapters/checkAnswer.test.ts',
    'can be made of class instances, proxies, getters, frozen and cyclic objects',
  ],
  N7: ['tests/adapters/checkAnswer.test.ts', 'is copied, so that the host can change its object later'],
  N9: [
    'tests/components/badInput.browser.test.tsx',
    '403: locked with the reason, the text kept, and the others editable',
  ],
  N10: [
    'tests/components/badInput.browser.test.tsx',
    '422 with issues: each at its field, and the text kept',
  ],
  N12: [
    'tests/store/createCardStore.test.ts',
    'is tried again under its own key, with growing pauses, and then stays in sight as failed',
  ],
  N17: ['tests/store/createCardSource.test.ts', 'by %i ms reads again what it shows, when it is seen again'],
  N19: ['tests/components/DealList.browser.test.tsx', 'pages through forty-five deals'],
  N20: ['tests/components/VariableInput.browser.test.tsx', 'is clipped, and edited on request'],
  N22: ['tests/store/listenToEvents.test.ts', 'may throw or reject with anything: $what'],
  N23: ['tests/adapters/checkAnswer.test.ts', 'become one: the higher revision stays'],
  N25: [
    'tests/components/TagPicker.browser.test.tsx',
    'asks the server once for the last word typed, and shows only its answer',
  ],
};

describe('every row of sections A and B of the catalogue', () => {
  it('has a test of its name, or of the lesser ones one that is known to show it', ({ skip }) => {
    skip(!existsSync(catalogue), 'needs ../shared/design/failure-modes.md');
    const named = new Set(sources().flatMap(rowsNamedIn));
    const rows = rowsOf(readFileSync(catalogue, 'utf8'));
    expect(rows.length).toBeGreaterThan(50);
    const untested = rows.filter(
      ({ id, severity }) => !named.has(id) && (severity === 'S1' || !(id in elsewhere)),
    );
    expect(untested).toEqual([]);
  });

  it.each(Object.entries(elsewhere))('%s: by %s', (_row, [file, title]) => {
    expect(readFileSync(join(root, file), 'utf8')).toContain(title);
  });
});

interface Row {
  readonly id: string;
  readonly severity: string;
}

/** The rows of the tables of races (A) and of the network (B): the id stands first, the severity last. */
function rowsOf(page: string): Row[] {
  const [, ab = ''] = page.split(/^## (?=A\.)/m);
  const [tables = ''] = ab.split(/^## (?=C\.)/m);
  return [...tables.matchAll(/^\| ([RN]\d+) \|.*\| (S\d) \|$/gm)].map(([, id = '', severity = '']) => ({
    id,
    severity,
  }));
}

/** A title begins with the rows that it shows: `R1: …`, `R1, R2: …`. */
function rowsNamedIn(code: string): string[] {
  return [...code.matchAll(/['"`]([RN]\d+(?:, [RN]\d+)*): /g)].flatMap(([, rows = '']) => rows.split(', '));
}

/** The code of all tests and stories. */
function sources(): string[] {
  return ['tests', 'stories'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(test|stories)\.tsx?$/.test(path) && !path.includes('node_modules'))
      .map((path) => readFileSync(join(root, folder, path), 'utf8')),
  );
}
