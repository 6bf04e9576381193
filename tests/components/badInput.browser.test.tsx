import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { createMemoryAdapter, type MemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import type { DataAdapter } from '../../src/adapters/DataAdapter.ts';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import type { Variable } from '../../src/model/variable.ts';
import { createCardClient } from '../../src/store/createCardClient.ts';
import { aContact, aDeal, aPipeline, aSubscriber, aTag, aVariable } from '../support/fixtures.ts';
import { marina, type PartOptions, renderPart } from '../support/renderPart.tsx';
import {
  findPencil,
  getField,
  getPencil,
  getRow,
  sentValues,
  storedValue,
  typeInto,
} from '../support/variableRows.tsx';

const plan = aVariable();
const size = aVariable({ key: 'size', label: 'Size', value: 'M' });

function backend(variables: readonly Variable[] = [plan, size], options = {}): MemoryAdapter {
  return createMemoryAdapter({
    subscribers: [aSubscriber({ variables, tagging: { tags: [aTag()] } })],
    tags: [aTag()],
    pipelines: [aPipeline()],
    deals: { marina: [aDeal()] },
    contacts: { marina: aContact() },
    ...options,
  });
}

/** The whole card. `adapter` is what it talks to, where that is not the memory adapter itself. */
function show(memory: MemoryAdapter, props: PartOptions & { adapter?: DataAdapter } = {}) {
  const { adapter = memory, ...rest } = props;
  return renderPart(<SubscriberCard subscriber={marina} />, adapter, rest);
}

async function save(label: string, text: string) {
  await typeInto(label, text);
  await userEvent.keyboard('{Enter}');
}

/** Nothing but what failed has changed: the other parts can be read and used. */
async function expectOthersAlive() {
  expect(await screen.findByRole('heading', { name: 'Marina Oliveira' })).toBeVisible();
  expect(await screen.findByText('VIP')).toBeVisible();
  expect(screen.getByRole('combobox', { name: 'Add tag' })).toBeEnabled();
  expect(await screen.findByText('Wedding guest dress')).toBeVisible();
  expect(screen.queryByText('This part stopped working.')).toBeNull();
}

const noteOf = (label: string) => within(getRow(label));

describe('garbage that is typed', () => {
  test.each<[string, Partial<Variable>, string, RegExp]>([
    ['string', { pattern: '[A-Z] / \\d+', hint: 'Letter and number' }, 'forty', /Letter and number/],
    ['text', { maxLength: 5 }, 'far too long', /at most 5 characters/],
    ['number', {}, '12 apples', /Enter a number/],
    ['number', {}, '1,5', /Enter a number/],
    ['currency', { value: { amount: '1', currency: 'BRL' } }, 'ten', /Enter a number/],
    ['phone', {}, 'call me', /Enter a phone number/],
    ['email', {}, 'marina at example', /Enter an email address/],
    ['url', {}, 'javascript:alert(1)', /Enter a whole link/],
    ['url', {}, 'example.com', /Enter a whole link/],
  ])('is refused by a %s with the reason, and kept', async (type, given, typed, message) => {
    const memory = backend([aVariable({ key: 'it', label: 'It', type, value: null, ...given }), size]);
    show(memory);
    await typeInto('It', typed);
    await userEvent.keyboard(type === 'text' ? '{Control>}{Enter}{/Control}' : '{Enter}');
    expect(getField('It')).toHaveAccessibleDescription(message);
    expect(getField('It')).toHaveAttribute('aria-invalid', 'true');
    expect(getField('It')).toHaveFocus();
    await userEvent.click(screen.getByRole('button', { name: 'outside' }));
    expect(getField('It')).toHaveValue(typed);
    expect(sentValues(memory)).toEqual([]);
    await expectOthersAlive();
  });
});

describe('garbage that the adapter tells', () => {
  test.each<[string, unknown]>([
    ['string', 7],
    ['text', ['x']],
    ['number', 7],
    ['number', 'seven'],
    ['currency', { amount: 7, currency: 'BRL' }],
    ['boolean', 'yes'],
    ['date', '30.02.2026'],
    ['datetime', 'yesterday'],
    ['phone', { number: 1 }],
    ['email', false],
    ['url', 1],
    ['select', ['a']],
    ['multiselect', 'a'],
    ['constructor', { a: 1 }],
  ])('as the value of a %s leaves out that row and no other', async (type, value) => {
    const memory = backend();
    const onError = vi.fn();
    const bad = { key: 'bad', label: 'Bad', type, value };
    const adapter: DataAdapter = {
      ...memory,
      async getSubscriber(ref, context) {
        const subscriber = await memory.getSubscriber(ref, context);
        return { ...subscriber, variables: [bad, ...subscriber.variables] } as typeof subscriber;
      },
    };
    show(memory, { adapter, onError });
    expect(await findPencil('Plan')).toBeInTheDocument();
    expect(screen.queryByText('Bad')).toBeNull();
    expect(onError.mock.calls.map(([problem]) => problem.error.code)).toContain('malformed');
    await expectOthersAlive();
  });

  test.each([null, 'error: <html>', [], { id: 7 }])(
    'in place of the whole subscriber is said so, and the deals are there (%j)',
    async (answer) => {
      const memory = backend();
      let isBroken = true;
      const adapter: DataAdapter = {
        ...memory,
        getSubscriber: (ref, context) =>
          isBroken ? Promise.resolve(answer as never) : memory.getSubscriber(ref, context),
      };
      show(memory, { adapter });
      expect(await screen.findByText(/answer of the server could not be read/)).toBeVisible();
      expect(await screen.findByText('Wedding guest dress')).toBeVisible();
      isBroken = false;
      await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
      await expectOthersAlive();
    },
  );

  test('as the answer to a save keeps the value and says that it is not known to be saved', async () => {
    const memory = backend();
    let isBroken = true;
    const adapter: DataAdapter = {
      ...memory,
      setVariable: (...args) =>
        isBroken ? Promise.resolve({ value: 42 } as never) : memory.setVariable(...args),
    };
    show(memory, { adapter });
    await save('Plan', 'pro');
    expect(
      await noteOf('Plan').findByText('Not saved: The answer of the server could not be read.'),
    ).toBeVisible();
    expect(noteOf('Plan').getByText('pro')).toBeVisible();
    await expectOthersAlive();
    isBroken = false;
    await userEvent.click(noteOf('Plan').getByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(storedValue(memory, 'plan')).toBe('pro'));
  });
});

describe('a save that the adapter does not do', () => {
  const thrown: [string, () => never][] = [
    [
      'an error of its own',
      () => {
        throw new TypeError('x is not a function');
      },
    ],
    [
      'a string',
      () => {
        throw 'nope';
      },
    ],
    [
      'nothing',
      () => {
        throw undefined;
      },
    ],
    [
      'an error that cannot be read',
      () => {
        throw new Proxy(new Error('x'), {
          get() {
            throw new Error('trap');
          },
        });
      },
    ],
  ];

  test.each(thrown)('because it throws %s: kept, told at the value, tried again', async (_, fail) => {
    const memory = backend();
    let isBroken = true;
    const adapter: DataAdapter = {
      ...memory,
      setVariable: (...args) => (isBroken ? fail() : memory.setVariable(...args)),
    };
    show(memory, { adapter });
    await save('Plan', 'pro');
    expect(await noteOf('Plan').findByText('Not saved: Something went wrong.')).toBeVisible();
    expect(noteOf('Plan').getByText('pro')).toBeVisible();
    await expectOthersAlive();
    isBroken = false;
    await userEvent.click(noteOf('Plan').getByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(storedValue(memory, 'plan')).toBe('pro'));
    expect(noteOf('Plan').queryByText(/Not saved/)).toBeNull();
  });

  test('because it never answers: tried again, then told, and another variable goes on', async () => {
    const memory = backend([plan, size], {
      delay: (method: string) => (method === 'setVariable' ? Number.POSITIVE_INFINITY : 0),
    });
    const client = createCardClient({ adapter: memory, timeout: 40, random: () => 0 });
    show(memory, { client });
    await save('Plan', 'pro');
    expect(await noteOf('Plan').findByText(/did not answer in time/)).toBeVisible();
    expect(noteOf('Plan').getByText('pro')).toBeVisible();
    expect(await noteOf('Plan').findByText('Not saved: The server did not answer in time.')).toBeVisible();
    memory.control.setDelay(0);
    await save('Size', 'L');
    await waitFor(() => expect(storedValue(memory, 'size')).toBe('L'));
    expect(storedValue(memory, 'plan')).toBe('free');
    await expectOthersAlive();
    await userEvent.click(noteOf('Plan').getByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(storedValue(memory, 'plan')).toBe('pro'));
  });

  test('401: the host is asked once, what is typed waits, and goes on in order', async () => {
    const memory = backend();
    let signIn = () => {};
    const onUnauthorized = vi.fn(() => new Promise<void>((resolve) => (signIn = resolve)));
    show(memory, { onUnauthorized });
    await findPencil('Plan');
    memory.control.setFail((method) =>
      method === 'setVariable' ? new AdapterError('unauthorized', 'sign in') : undefined,
    );
    await save('Plan', 'pro');
    await waitFor(() => expect(onUnauthorized).toHaveBeenCalledTimes(1));
    await save('Size', 'L');
    expect(await screen.findByText('Sign in again to save 2 changes')).toBeVisible();
    expect(getRow('Plan')).toHaveAttribute('data-pending');
    expect(noteOf('Plan').getByText('pro')).toBeVisible();
    expect(noteOf('Size').getByText('L')).toBeVisible();
    const before = sentValues(memory).length;
    memory.control.setFail(undefined);
    await act(async () => signIn());
    await waitFor(() => expect(storedValue(memory, 'size')).toBe('L'));
    expect(sentValues(memory).slice(before)).toEqual(['pro', 'L']);
    expect(onUnauthorized).toHaveBeenCalledTimes(1);
    await expectOthersAlive();
  });

  test('403: locked with the reason, the text kept, and the others editable', async () => {
    const memory = backend();
    show(memory);
    await findPencil('Plan');
    memory.control.failNext(
      'setVariable',
      new AdapterError('forbidden', 'no', { reason: 'Only managers set the plan.' }),
    );
    await save('Plan', 'pro');
    expect(await noteOf('Plan').findByText('Only managers set the plan.')).toBeVisible();
    expect(noteOf('Plan').getByText(/Yours/)).toHaveTextContent('Yours: pro');
    expect(noteOf('Plan').queryByRole('button', { name: 'Edit Plan' })).toBeNull();
    await save('Size', 'L');
    await waitFor(() => expect(storedValue(memory, 'size')).toBe('L'));
    await expectOthersAlive();
  });

  test('404: says that it was deleted elsewhere, and the text can be copied', async () => {
    const memory = backend();
    let isGone = false;
    const adapter: DataAdapter = {
      ...memory,
      async getSubscriber(ref, context) {
        const subscriber = await memory.getSubscriber(ref, context);
        const variables = subscriber.variables.filter(({ key }) => !isGone || key !== 'plan');
        return { ...subscriber, variables };
      },
    };
    show(memory, { adapter });
    await findPencil('Plan');
    isGone = true;
    memory.control.failNext('setVariable', new AdapterError('not-found', 'gone', { resource: 'variable' }));
    await save('Plan', 'pro');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Edit Plan' })).toBeNull());
    const kept = within(await screen.findByRole('group', { name: /Plan|plan/ }));
    expect(kept.getByText('It was deleted elsewhere.')).toBeVisible();
    expect(kept.getByText('pro')).toBeVisible();
    expect(kept.getByRole('button', { name: 'Copy my text' })).toBeVisible();
    await expectOthersAlive();
    await userEvent.click(kept.getByRole('button', { name: 'Discard' }));
    expect(screen.queryByText('It was deleted elsewhere.')).toBeNull();
  });

  test('409: theirs is shown with mine beside it', async () => {
    const memory = backend();
    show(memory);
    await findPencil('Plan');
    const current = { ...plan, value: 'team', revision: 99, updatedBy: 'Ana' };
    memory.control.failNext('setVariable', new AdapterError('conflict', 'stale', { current }));
    await save('Plan', 'pro');
    expect(await noteOf('Plan').findByText(/Yours/)).toHaveTextContent('Yours: pro');
    expect(noteOf('Plan').getByRole('button', { name: 'Keep mine' })).toBeVisible();
    expect(noteOf('Plan').getAllByText('team')[0]).toBeVisible();
    await expectOthersAlive();
  });

  test('412 because of another field of the record: saved, and nobody is asked', async () => {
    const memory = backend([plan, size], { revisions: 'record' });
    show(memory);
    await findPencil('Plan');
    memory.control.disconnect();
    memory.control.actAs('Ana').setVariable(marina, 'size', 'XL');
    await save('Plan', 'pro');
    await waitFor(() => expect(storedValue(memory, 'plan')).toBe('pro'));
    expect(storedValue(memory, 'size')).toBe('XL');
    expect(screen.queryByRole('button', { name: 'Keep mine' })).toBeNull();
    expect(await noteOf('Size').findByText('XL')).toBeVisible();
  });

  test('422 with issues: each at its field, and the text kept', async () => {
    const memory = backend();
    show(memory);
    await findPencil('Plan');
    const issues = [{ path: 'value', message: 'This plan ended in May.' }];
    memory.control.failNext('setVariable', new AdapterError('invalid', 'no', { issues }));
    await save('Plan', 'summer');
    expect(await screen.findByDisplayValue('summer')).toHaveFocus();
    expect(getField('Plan')).toHaveAccessibleDescription('This plan ended in May.');
    await userEvent.fill(getField('Plan'), 'winter');
    expect(getField('Plan')).not.toHaveAttribute('aria-invalid');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(storedValue(memory, 'plan')).toBe('winter'));
    await expectOthersAlive();
  });

  test('422 with a page of HTML as the sentence: shown as text, and not all of it', async () => {
    const memory = backend();
    show(memory);
    await findPencil('Plan');
    const issues = [{ path: 'value', message: `<img src=x onerror=alert(1)>${'x'.repeat(5000)}` }];
    memory.control.failNext('setVariable', new AdapterError('invalid', 'no', { issues }));
    await save('Plan', 'summer');
    const message = await screen.findByText(/^<img src=x/);
    expect(message.textContent.length).toBeLessThanOrEqual(301);
    expect(getRow('Plan').querySelector('img')).toBeNull();
  });

  test('429: waits as long as it is told, says so, and is saved', async () => {
    const memory = backend();
    const client = createCardClient({ adapter: memory, random: () => 0 });
    show(memory, { client });
    await findPencil('Plan');
    memory.control.failNext('setVariable', new AdapterError('rate-limited', 'slow', { retryAfterMs: 1200 }));
    await save('Plan', 'pro');
    expect(await noteOf('Plan').findByText(/Too many changes at once/)).toBeVisible();
    expect(noteOf('Plan').getByText('pro')).toBeVisible();
    expect(storedValue(memory, 'plan')).toBe('free');
    await waitFor(() => expect(storedValue(memory, 'plan')).toBe('pro'));
    expect(noteOf('Plan').queryByText(/Too many/)).toBeNull();
  });

  test('offline: waits, goes on being edited, and is sent when the network is back', async () => {
    const memory = backend();
    show(memory);
    await findPencil('Plan');
    memory.control.setFail(() => new AdapterError('offline', 'no network'));
    await save('Plan', 'pro');
    expect(await noteOf('Plan').findByText(/Saves when you are back online/)).toBeVisible();
    await save('Plan', 'team');
    await save('Size', 'L');
    expect(await screen.findByText(/Offline: 2 changes wait/)).toBeVisible();
    memory.control.setFail(undefined);
    act(() => void window.dispatchEvent(new Event('online')));
    await waitFor(() => expect(storedValue(memory, 'plan')).toBe('team'));
    await waitFor(() => expect(storedValue(memory, 'size')).toBe('L'));
    // What was said aloud stays in its region, which nobody sees.
    expect(screen.queryByText(/offline/i, { ignore: '[role=status]' })).toBeNull();
    expect(getPencil('Plan')).toBeEnabled();
  });
});
