import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import type { DataAdapter } from '../../src/adapters/DataAdapter.ts';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import { settled } from '../a11y/settled.ts';
import { aTag } from '../support/fixtures.ts';
import { renderPart } from '../support/renderPart.tsx';
import { hostileSubscriber } from './hostileSubscriber.ts';

/** Stands in every field, in what is typed and in what a server says of it. */
const CANARY = 'canary-81c4f';
const levels = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;

/** What must not be told to anybody but the reader. */
let told: string[];

function listen() {
  told = [];
  for (const level of levels) {
    vi.spyOn(console, level).mockImplementation(
      (...words) => void told.push(...words.map((word) => toText(word))),
    );
  }
  return { onError: (problem: unknown) => void told.push(toText(problem)) };
}

afterEach(() => {
  vi.restoreAllMocks();
  expect(told.filter((words) => words.includes(CANARY))).toEqual([]);
  expect(location.href).not.toContain(CANARY);
  expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toContain(CANARY);
});

/** Ids, classes and data of elements, which scripts, styles and recorders of sessions read. */
function findInMarkup(root: ParentNode): string[] {
  const spoken = /^(aria-(label|description|valuetext)|title|alt|placeholder|value|href|src)$/;
  return [...root.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes]
      .filter(({ name, value }) => !spoken.test(name) && value.includes(CANARY))
      .map(({ name }) => `${element.localName} ${name}`),
  );
}

function show(adapter: DataAdapter) {
  const { container } = renderPart(<SubscriberCard subscriber={{ id: 'marina' }} />, adapter, listen());
  return container;
}

function backend() {
  const data = hostileSubscriber('marina', CANARY);
  const tags = [...(data.tags ?? []), aTag({ id: 'another', name: `${CANARY} too` })];
  return createMemoryAdapter({ ...data, tags });
}

test('is in no id, class or data attribute, with an editor, a picker and a form open', async () => {
  const container = show(backend());
  await userEvent.click(await screen.findByRole('button', { name: 'Edit text of them' }));
  await screen.findByRole('textbox', { name: 'text of them' });
  expect(findInMarkup(container)).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await userEvent.click(await screen.findByRole('combobox', { name: 'Add tag' }));
  await waitFor(() => expect(screen.getAllByRole('option').length).toBeGreaterThan(0));
  expect(findInMarkup(container)).toEqual([]);
  await userEvent.click(await screen.findByRole('button', { name: `Edit deal ${CANARY}` }));
  await screen.findByRole('combobox', { name: 'Step' });
  expect(findInMarkup(container)).toEqual([]);
  await userEvent.click(screen.getByRole('tab', { name: 'Contact' }));
  await waitFor(() => expect(container.querySelector('[data-part=contact-form]')).not.toBeNull());
  expect(findInMarkup(container)).toEqual([]);
});

test.each(['invalid', 'forbidden', 'conflict', 'unavailable', 'unauthorized'] as const)(
  'is in no word to the host or the console when a save fails: %s',
  async (code) => {
    const adapter = backend();
    show(adapter);
    adapter.control.setFail((method) =>
      method.startsWith('set') ? new AdapterError(code, 'The server refused it.') : undefined,
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Edit string of them' }));
    await userEvent.fill(screen.getByRole('textbox', { name: 'string of them' }), `${CANARY} typed`);
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(adapter.control.calls.some(({ method }) => method === 'setVariable')).toBe(true),
    );
    await settled();
  },
);

test.each([
  ['a row', { variables: [{ key: CANARY, label: CANARY, type: 'string', value: { [CANARY]: CANARY } }] }],
  ['a tag', { tagging: { tags: [{ id: 7, name: CANARY }] } }],
  ['a name', { name: [CANARY] }],
  ['a campaign', { campaigns: [{ id: CANARY, name: { [CANARY]: 1 } }] }],
])('is in no word to the host or the console when %s cannot be read', async (_what, broken) => {
  const adapter = backend();
  const onRead = vi.fn();
  show({
    ...adapter,
    async getSubscriber(ref, context) {
      onRead();
      return { ...(await adapter.getSubscriber(ref, context)), ...(broken as object) };
    },
  });
  await waitFor(() => expect(onRead).toHaveBeenCalled());
  await waitFor(() => expect(told.length).toBeGreaterThan(0));
});

/** All that a person or a log could read of it: an error is more than its message. */
function toText(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (seen.has(value)) return '';
  seen.add(value);
  const keys = [...Object.getOwnPropertyNames(value)];
  return keys.map((key) => `${key}: ${toText(Reflect.get(value, key), seen)}`).join('\n');
}
