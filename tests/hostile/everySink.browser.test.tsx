import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { ContactForm } from '../../src/components/ContactForm.tsx';
import { VariableEditor } from '../../src/components/VariableEditor.tsx';
import { ListOption } from '../../src/ui/ListOption.tsx';
import { type Announce, LiveRegion, useAnnounce } from '../../src/ui/LiveRegion.tsx';
import { aSubscriber, aVariable } from '../support/fixtures.ts';
import { renderPart } from '../support/renderPart.tsx';
import { hostileSubscriber } from './hostileSubscriber.ts';
import { readNaughtyStrings } from './readNaughtyStrings.ts';
import { findForeign, watchPage } from './watchPage.ts';

const texts = [...new Set(readNaughtyStrings())].filter((text) => text !== '');

let watched: ReturnType<typeof watchPage>;
beforeEach(() => {
  watched = watchPage();
});
afterEach(() => {
  watched.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A field of one line has no line breaks. */
const onOneLine = (text: string) => text.replace(/[\r\n]/g, '');

test.skipIf(texts.length === 0)(
  'the form of a contact holds each text as it is (needs ../shared/data)',
  {
    timeout: 240_000,
  },
  async () => {
    const parts = texts.map((text, place) => hostileSubscriber(`s${place}`, text));
    const adapter = createMemoryAdapter({
      subscribers: parts.flatMap(({ subscribers = [] }) => subscribers),
      contacts: Object.assign({}, ...parts.map(({ contacts }) => contacts)),
    });
    const { show, container } = renderPart(<ContactForm />, adapter, { subscriber: null });
    for (const [place, text] of texts.entries()) {
      show({ id: `s${place}` });
      for (const name of ['First name', 'Last name']) {
        await waitFor(() =>
          expect(screen.getByLabelText<HTMLInputElement>(name).value).toBe(onOneLine(text)),
        );
      }
      expect(findForeign(container)).toEqual([]);
    }
    expect(watched.events).toEqual([]);
    expect(adapter.control.calls.filter(({ method }) => method === 'updateContact')).toEqual([]);
  },
);

test.skipIf(texts.length === 0)(
  'a reason of the backend is shown as it is, and no longer than fits',
  {
    timeout: 240_000,
  },
  async () => {
    const adapter = createMemoryAdapter({
      subscribers: texts.map((_, place) => aSubscriber({ id: `s${place}`, variables: [aVariable()] })),
    });
    const { show, container } = renderPart(<VariableEditor />, adapter, { subscriber: null });
    for (const [place, text] of texts.entries()) {
      adapter.control.failNext('setVariable', new AdapterError('invalid', 'no', { reason: text }));
      show({ id: `s${place}` });
      fireEvent.click(await screen.findByRole('button', { name: 'Edit Plan' }));
      const field = await screen.findByRole('textbox', { name: 'Plan' });
      fireEvent.change(field, { target: { value: 'another' } });
      fireEvent.keyDown(field, { key: 'Enter' });
      const note = await waitFor(() => {
        const found = container.querySelector('.sbc-row-note');
        if (!found) throw new Error('Nothing is said.');
        return found;
      });
      expect(note.textContent).toContain(text.slice(0, 300));
      expect(note.textContent?.length).toBeLessThan(400);
      expect(findForeign(container)).toEqual([]);
    }
    expect(watched.events).toEqual([]);
  },
);

test.skipIf(texts.length === 0)('a list to choose from offers each text as it is', () => {
  const { container } = render(
    <div role="listbox" aria-label="All of them">
      {texts.map((text) => (
        <ListOption key={text} label={text} group={text} selected={false} highlighted={false} />
      ))}
    </div>,
  );
  const labels = [...container.querySelectorAll('.sbc-option-label')].map(({ textContent }) => textContent);
  expect(labels).toEqual(texts);
  expect(findForeign(container)).toEqual([]);
  expect(watched.events).toEqual([]);
});

test.skipIf(texts.length === 0)('what is told to a screen reader runs nothing', () => {
  vi.useFakeTimers();
  const said: Announce[] = [];
  const Speaker = () => {
    said[0] = useAnnounce();
    return null;
  };
  const { container } = render(
    <LiveRegion>
      <Speaker />
    </LiveRegion>,
  );
  for (const text of texts) {
    act(() => {
      said[0]?.(text);
      vi.advanceTimersByTime(2_000);
    });
    expect(screen.getByRole('status').textContent).toBe(text);
    expect(findForeign(container)).toEqual([]);
  }
  expect(watched.events).toEqual([]);
});
