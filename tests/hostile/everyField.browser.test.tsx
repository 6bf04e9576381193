import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMemoryAdapter, type MemoryData } from '../../src/adapters/createMemoryAdapter.ts';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import { VariableEditor } from '../../src/components/VariableEditor.tsx';
import { clipText, isBlankName } from '../../src/i18n/format.ts';
import { aSubscriber, aVariable } from '../support/fixtures.ts';
import { renderPart } from '../support/renderPart.tsx';
import { hostileSubscriber } from './hostileSubscriber.ts';
import { readNaughtyStrings } from './readNaughtyStrings.ts';
import { findForeign, watchPage } from './watchPage.ts';

const naughty = readNaughtyStrings();
/** Besides those: what turns the reading direction, cannot be encoded, cannot be seen, or names what every object has. */
const others = [
  '\u202Emoc.elpmaxe\u202C',
  '\u2066\u2067unclosed',
  'half \uD83D of a pair',
  '\u200B\u2060\uFEFF',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'Аdmin',
  'a\u0000b',
  `${'Z\u0335\u0321'.repeat(100)}`,
];
// The empty text is a value with words of its own.
const texts = [...naughty, ...others].filter((text) => text !== '');

let watched: ReturnType<typeof watchPage>;
let said: string[];
beforeEach(() => {
  watched = watchPage();
  said = [];
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...words) => void said.push(words.join(' ')));
  }
});
afterEach(() => {
  watched.stop();
  vi.restoreAllMocks();
});

const PLACES: readonly (readonly [selector: string, count: number])[] = [
  ['.sbc-header-name', 1],
  ['.sbc-row-label', 1],
  ['.sbc-row-value bdi, .sbc-row-value a', 5],
  ['.sbc-chip bdi', 1],
  ['[data-part=deal-item] bdi', 1],
  ['[data-part=ad-campaign-badge] bdi', 1],
];

test.skipIf(naughty.length === 0)('the naughty strings are there (needs ../shared/data)', () => {
  expect(naughty).toHaveLength(515);
});

test('each text in every field is shown as it is, runs nothing, loads nothing and breaks nothing', {
  timeout: 240_000,
}, async () => {
  const onError = vi.fn();
  const adapter = createMemoryAdapter(
    merge(texts.map((text, place) => hostileSubscriber(`s${place}`, text))),
  );
  const { show, container } = renderPart(<SubscriberCard subscriber={null} />, adapter, { onError });
  for (const [place, text] of texts.entries()) {
    const id = `s${place}`;
    show({ id }, <SubscriberCard subscriber={{ id }} />);
    await waitFor(() =>
      expect(container.querySelectorAll('[data-part=deal-item], .sbc-chip')).toHaveLength(2),
    );
    const missing = PLACES.filter(([selector, count]) => countShown(container, selector, text) < count);
    expect
      .soft(
        missing.map(([selector]) => selector),
        JSON.stringify(text),
      )
      .toEqual([]);
    expect(findForeign(container)).toEqual([]);
    expect(findTurned(container)).toEqual([]);
    expect.soft(findBare(container, text)).toEqual([]);
  }
  expect(watched.events).toEqual([]);
  expect(onError).not.toHaveBeenCalled();
  expect(said).toEqual([]);
});

test('an editor holds each text as it is, and to leave it as it was changes nothing', {
  timeout: 240_000,
}, async () => {
  const subscribers = texts.map((value, place) =>
    aSubscriber({ id: `s${place}`, variables: [aVariable({ value })] }),
  );
  const adapter = createMemoryAdapter({ subscribers });
  const { show } = renderPart(<VariableEditor />, adapter, { subscriber: null });
  const changed: string[] = [];
  for (const [place, text] of texts.entries()) {
    show({ id: `s${place}` });
    fireEvent.click(await screen.findByRole('button', { name: 'Edit Plan' }));
    const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Plan' });
    // The browser has one kind of line break in what is edited.
    if (field.value !== text.replace(/\r\n?/g, '\n')) changed.push(text);
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(field.isConnected).toBe(false));
  }
  expect(changed).toEqual([]);
  expect(adapter.control.calls.filter(({ method }) => method === 'setVariable')).toEqual([]);
});

/** How many of the elements show the text and nothing else. */
function countShown(root: ParentNode, selector: string, text: string): number {
  const shown = [...root.querySelectorAll(selector)].map(({ textContent }) => textContent);
  // A row without a label has its key.
  const names = isBlankName(text) ? ['(no name)', 'label'] : [];
  return shown.filter((it) => [text, clipText(text), ...names].includes(it ?? '')).length;
}

/** Attributes, which no element isolates, in which a text turns what stands after it. */
function findTurned(root: ParentNode): string[] {
  return [...root.querySelectorAll('[aria-label], [title]')]
    .flatMap((element) => [element.getAttribute('aria-label') ?? '', element.getAttribute('title') ?? ''])
    .filter(
      (value) =>
        /[\u202A-\u202E\u2066\u2067]/.test(value) || count(value, '\u2068') !== count(value, '\u2069'),
    );
}

/** Where the text is read without an isolate around it: what stands after it would be turned too. */
function findBare(root: ParentNode, text: string): string[] {
  const isBare = (element: Element) =>
    element.childElementCount === 0 &&
    element.textContent?.includes(text) &&
    getComputedStyle(element).unicodeBidi !== 'isolate' &&
    !element.closest('bdi, .sbc-visually-hidden, [aria-hidden], [role=status], select');
  // A shorter one stands in many a word of ours.
  return text.length < 12
    ? []
    : [...root.querySelectorAll('*')].filter(isBare).map(({ outerHTML }) => outerHTML);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

function merge(parts: readonly MemoryData[]): MemoryData {
  return {
    subscribers: parts.flatMap(({ subscribers = [] }) => subscribers),
    tags: parts.flatMap(({ tags = [] }) => tags),
    members: parts.flatMap(({ members = [] }) => members),
    pipelines: parts.flatMap(({ pipelines = [] }) => pipelines),
    deals: Object.assign({}, ...parts.map(({ deals }) => deals)),
    contacts: Object.assign({}, ...parts.map(({ contacts }) => contacts)),
  };
}
