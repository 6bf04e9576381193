import { QueryClient } from '@tanstack/query-core';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { StrictMode, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { createDemoData, createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import type { DataAdapter } from '../../src/adapters/DataAdapter.ts';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import { useConnection } from '../../src/hooks/useConnection.ts';
import { useSubscriber } from '../../src/hooks/useSubscriber.ts';
import { useVariable } from '../../src/hooks/useVariable.ts';
import type { Subscriber } from '../../src/model/subscriber.ts';
import {
  SubscriberCardProvider,
  type SubscriberCardProviderProps,
} from '../../src/provider/SubscriberCardProvider.tsx';
import { SubscriberProvider } from '../../src/provider/SubscriberProvider.tsx';
import { createCardClient } from '../../src/store/createCardClient.ts';
import { createHeldAdapter } from '../support/createHeldAdapter.ts';
import { aSubscriber, aVariable } from '../support/fixtures.ts';

const marina = { id: 'marina', channel: 'instagram' };
const plan = aVariable();

/** A host's own part: a name, a value, and what changes it. */
function Part() {
  const { subscriber, status } = useSubscriber();
  const { value, input, status: fate, edit, change, submit } = useVariable(plan);
  const { signedIn } = useConnection();
  return (
    <>
      <h2>{subscriber?.name ?? status}</h2>
      <output>{`${value} ${fate ?? ''}`.trim()}</output>
      <p>{signedIn ? 'in' : 'out'}</p>
      <button type="button" onClick={edit}>
        edit
      </button>
      {input !== undefined && (
        <input aria-label="plan" value={String(input)} onChange={(event) => change(event.target.value)} />
      )}
      <button type="button" onClick={() => submit()}>
        save
      </button>
    </>
  );
}

function tree(props: SubscriberCardProviderProps) {
  return (
    <SubscriberCardProvider timeZone="UTC" {...props}>
      <SubscriberProvider subscriber={marina}>{props.children ?? <Part />}</SubscriberProvider>
    </SubscriberCardProvider>
  );
}

function backendOf(given: Partial<Subscriber> = {}) {
  return createMemoryAdapter({ subscribers: [aSubscriber({ variables: [aVariable()], ...given })] });
}

const heading = (name: string) => screen.findByRole('heading', { name });
const count = (adapter: ReturnType<typeof createMemoryAdapter>, method: string) =>
  adapter.control.calls.filter((call) => call.method === method).length;

function save(text: string) {
  fireEvent.click(screen.getByRole('button', { name: 'edit' }));
  fireEvent.change(screen.getByRole('textbox', { name: 'plan' }), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: 'save' }));
}

let log: ReturnType<typeof vi.spyOn>;

beforeEach(() => {
  log = vi.spyOn(console, 'error');
});

afterEach(() => {
  vi.restoreAllMocks();
});

test('four lines draw a card', async () => {
  // import 'subscriber-card/styles.css' is done for all tests.
  const adapter = createMemoryAdapter(createDemoData());
  render(
    <SubscriberCardProvider adapter={adapter}>
      <SubscriberCard subscriber={{ id: 'marina', channel: 'instagram' }} />
    </SubscriberCardProvider>,
  );
  expect(await heading('Marina Oliveira')).toBeVisible();
  expect(log).not.toHaveBeenCalled();
});

describe('what is missing', () => {
  test.each([
    [
      'the provider',
      () => render(<SubscriberCard subscriber={marina} />),
      /<SubscriberCardProvider adapter=/,
    ],
    [
      'the subscriber',
      () =>
        render(
          <SubscriberCardProvider adapter={backendOf()}>
            <Part />
          </SubscriberCardProvider>,
        ),
      /<SubscriberProvider subscriber=/,
    ],
    ['the adapter', () => render(<SubscriberCardProvider />), /needs an `adapter` or a `client`/],
  ])('is said by name: %s', (_what, draw, message) => {
    log.mockImplementation(() => {});
    expect(draw).toThrow(message);
  });
});

test('two providers are two worlds', async () => {
  const [one, two] = [backendOf({ name: 'one' }), backendOf({ name: 'two' })];
  render(
    <>
      {tree({ adapter: one })}
      {tree({ adapter: two })}
    </>,
  );
  await heading('one');
  await heading('two');
  fireEvent.click(screen.getAllByRole('button', { name: 'edit' })[0]!);
  expect(screen.getAllByRole('textbox')).toHaveLength(1);
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'pro' } });
  fireEvent.click(screen.getAllByRole('button', { name: 'save' })[0]!);
  await waitFor(() => expect(count(one, 'setVariable')).toBe(1));
  expect(count(two, 'setVariable')).toBe(0);
  expect(screen.getAllByRole('status').map((output) => output.textContent)).toEqual(['pro', 'free']);
});

describe('a new adapter object with each render', () => {
  test('reads nothing again, listens no second time, and is used for the next call', async () => {
    const backend = backendOf();
    const subscribe = vi.fn(backend.subscribe);
    const calledOn: number[] = [];
    const toAdapter = (number: number): DataAdapter => ({
      ...backend,
      subscribe,
      setVariable(...given) {
        calledOn.push(number);
        return backend.setVariable(...given);
      },
    });
    const view = render(tree({ adapter: toAdapter(0) }));
    await heading('Marina Oliveira');
    for (let number = 1; number <= 100; number += 1) view.rerender(tree({ adapter: toAdapter(number) }));
    save('pro');
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(/^pro$/));
    expect([count(backend, 'getSubscriber'), subscribe.mock.calls.length]).toEqual([1, 1]);
    expect(calledOn).toEqual([100]);
  });

  test('reads each section of the whole card once', async () => {
    const backend = backendOf();
    const draw = () => tree({ adapter: { ...backend }, children: <SubscriberCard subscriber={marina} /> });
    const view = render(draw());
    await heading('Marina Oliveira');
    for (let number = 1; number <= 100; number += 1) view.rerender(draw());
    const reads = [
      'getSubscriber',
      'listDeals',
      'getContact',
      'searchTags',
      'searchMembers',
      'listPipelines',
    ];
    await waitFor(() => expect(count(backend, 'listDeals')).toBe(1));
    for (const method of reads) expect([method, count(backend, method) <= 1]).toEqual([method, true]);
  });

  test('shows what it can do', async () => {
    const { setVariable, ...readOnly } = backendOf();
    const view = render(tree({ adapter: readOnly, children: <SubscriberCard subscriber={marina} /> }));
    await heading('Marina Oliveira');
    expect(screen.queryByRole('button', { name: 'Edit Plan' })).toBeNull();
    view.rerender(
      tree({ adapter: { ...readOnly, setVariable }, children: <SubscriberCard subscriber={marina} /> }),
    );
    expect(await screen.findByRole('button', { name: 'Edit Plan' })).toBeVisible();
  });
});

describe('another scope', () => {
  test('shows nothing of the first, and what was typed there is there for who comes back', async () => {
    const [one, two] = [backendOf({ name: 'one' }), createHeldAdapter('setVariable')];
    const view = render(tree({ adapter: one, scope: 'one' }));
    await heading('one');
    fireEvent.click(screen.getByRole('button', { name: 'edit' }));
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'half a wo' } });
    view.rerender(tree({ adapter: two.adapter, scope: 'two' }));
    expect(screen.getByRole('heading')).toHaveTextContent('loading');
    expect(screen.queryByRole('textbox')).toBeNull();
    two.last('getSubscriber').answer(aSubscriber({ name: 'two', variables: [aVariable()] }));
    expect(await heading('two')).toBeVisible();
    view.rerender(tree({ adapter: one, scope: 'one' }));
    expect(screen.getByRole('heading')).toHaveTextContent('one');
    expect(screen.getByRole('textbox')).toHaveValue('half a wo');
  });

  test('lets the first end what it has begun, with its own adapter', async () => {
    const onEvent = vi.fn();
    const [one, two] = [createHeldAdapter('setVariable'), createHeldAdapter('setVariable')];
    const view = render(tree({ adapter: one.adapter, scope: 'one', onEvent }));
    await act(async () => one.last('getSubscriber').answer(aSubscriber({ variables: [aVariable()] })));
    await heading('Marina Oliveira');
    save('pro');
    await waitFor(() => expect(one.callsOf('setVariable')).toHaveLength(1));
    view.rerender(tree({ adapter: two.adapter, scope: 'two', onEvent }));
    expect(one.last('setVariable').signal.aborted).toBe(false);
    await act(async () => one.last('setVariable').answer({ value: aVariable({ value: 'pro' }) }));
    await waitFor(() => expect(onEvent).toHaveBeenCalledTimes(1));
    expect(two.callsOf('setVariable')).toEqual([]);
  });
});

test('a save outlives its provider, and the host still hears of it', async () => {
  const onEvent = vi.fn();
  const backend = createHeldAdapter('setVariable');
  const view = render(tree({ adapter: backend.adapter, onEvent }));
  await act(async () => backend.last('getSubscriber').answer(aSubscriber({ variables: [aVariable()] })));
  await heading('Marina Oliveira');
  save('pro');
  await waitFor(() => expect(backend.callsOf('setVariable')).toHaveLength(1));
  view.unmount();
  expect(backend.listening.map(({ isStopped }) => isStopped)).toEqual([true]);
  expect(backend.last('setVariable').signal.aborted).toBe(false);
  backend.last('setVariable').answer({ value: aVariable({ value: 'pro' }) });
  await waitFor(() => expect(onEvent).toHaveBeenCalledTimes(1));
});

describe('a query client of the host', () => {
  test('reads with hostile defaults all the same', async () => {
    const queries = {
      enabled: false,
      select: () => null,
      gcTime: 0,
      retry: false,
      refetchOnMount: false,
    } as const;
    const queryClient = new QueryClient({ defaultOptions: { queries } });
    render(tree({ adapter: backendOf(), queryClient }));
    expect(await heading('Marina Oliveira')).toBeVisible();
  });
});

describe('initial data', () => {
  test('is there in the first frame', () => {
    const { adapter } = createHeldAdapter();
    render(tree({ adapter, initialData: [aSubscriber({ variables: [aVariable({ value: 'pro' })] })] }));
    expect(screen.getByRole('heading')).toHaveTextContent('Marina Oliveira');
    expect(screen.getByRole('status')).toHaveTextContent('pro');
  });

  test('drawn by a server is taken over without a word, and refreshed', async () => {
    const props = {
      initialData: [
        aSubscriber({ subscription: { status: 'active', lastActivityAt: '2025-11-22T08:00:00Z' } }),
      ],
      children: <SubscriberCard subscriber={marina} />,
    } as const;
    const backend = createHeldAdapter();
    const container = document.body.appendChild(document.createElement('div'));
    container.innerHTML = renderToString(tree({ ...props, adapter: backend.adapter }));
    expect(container).toHaveTextContent('November 22, 2025');
    const onRecoverableError = vi.fn();
    const root = await act(async () =>
      hydrateRoot(container, tree({ ...props, adapter: backend.adapter }), { onRecoverableError }),
    );
    expect(container).toHaveTextContent(/ ago/);
    expect([onRecoverableError.mock.calls, log.mock.calls]).toEqual([[], []]);
    await act(async () => backend.last('getSubscriber').answer(aSubscriber({ name: 'Marina, married' })));
    expect(await heading('Marina, married')).toBeVisible();
    act(() => root.unmount());
  });
});

test('a strict tree listens once, reads at most twice, and leaves nothing behind', async () => {
  const backend = backendOf();
  let [live, most] = [0, 0];
  const adapter: DataAdapter = {
    ...backend,
    subscribe(...given) {
      live += 1;
      most = Math.max(most, live);
      const stop = backend.subscribe(...given);
      return () => {
        live -= 1;
        stop();
      };
    },
  };
  // A document's listeners are added by the same method of the same prototype.
  const [add, remove] = [
    vi.spyOn(EventTarget.prototype, 'addEventListener'),
    vi.spyOn(EventTarget.prototype, 'removeEventListener'),
  ];
  const view = render(<StrictMode>{tree({ adapter })}</StrictMode>);
  await heading('Marina Oliveira');
  save('pro');
  await waitFor(() => expect(count(backend, 'setVariable')).toBe(1));
  expect([live, most]).toEqual([1, 1]);
  expect(count(backend, 'getSubscriber')).toBeLessThanOrEqual(2);
  view.unmount();
  expect(live).toBe(0);
  for (const type of ['online', 'offline', 'visibilitychange', 'pagehide']) {
    const calls = (spy: typeof add | typeof remove) =>
      spy.mock.calls.filter(([name]) => name === type).length;
    expect([type, calls(remove)]).toEqual([type, calls(add)]);
  }
});

describe('handlers', () => {
  test('hear of what fails while the first effects run', async () => {
    const onError = vi.fn();
    const adapter: DataAdapter = {
      ...backendOf(),
      subscribe() {
        throw new AdapterError('forbidden', 'No stream.');
      },
    };
    render(tree({ adapter, onError }));
    await heading('Marina Oliveira');
    expect(onError.mock.calls.map(([problem]) => problem.error.code)).toEqual(['forbidden']);
  });

  test('are those of the latest render', async () => {
    const [first, second] = [vi.fn(), vi.fn()];
    const adapter = backendOf();
    const view = render(tree({ adapter, onEvent: first }));
    await heading('Marina Oliveira');
    view.rerender(tree({ adapter, onEvent: second }));
    save('pro');
    await waitFor(() => expect(second).toHaveBeenCalledTimes(1));
    view.rerender(tree({ adapter, onEvent: undefined }));
    save('team');
    await waitFor(() => expect(count(adapter, 'setVariable')).toBe(2));
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
  });

  test('that the host gave to its own client are not taken from it', async () => {
    const onEvent = vi.fn();
    const client = createCardClient({ adapter: backendOf() });
    client.handlers.onEvent = onEvent;
    render(tree({ client }));
    await heading('Marina Oliveira');
    save('pro');
    await waitFor(() => expect(onEvent).toHaveBeenCalledTimes(1));
  });

  test('of a 401 are asked once, and all goes on when their promise resolves', async () => {
    const adapter = backendOf();
    let signIn = () => {};
    const onUnauthorized = vi.fn(() => new Promise<void>((resolve) => (signIn = resolve)));
    adapter.control.failNext('getSubscriber', new AdapterError('unauthorized', '401'));
    render(tree({ adapter, onUnauthorized }));
    await screen.findByText('out');
    // The browser's network has nothing to do with who is signed in.
    act(() => void window.dispatchEvent(new Event('online')));
    expect(screen.getByText('out')).toBeVisible();
    await act(async () => signIn());
    expect(await heading('Marina Oliveira')).toBeVisible();
    expect(onUnauthorized).toHaveBeenCalledTimes(1);
  });
});

describe('a page that is seen again', () => {
  function show() {
    const client = { ...createCardClient({ adapter: backendOf() }), wake: vi.fn() };
    return { ...client, ...render(tree({ client })) };
  }

  test.each([
    ['it is shown', () => document.dispatchEvent(new Event('visibilitychange'))],
    ['the network is back', () => window.dispatchEvent(new Event('online'))],
  ])('is looked after when %s, until it is gone', async (_when, happen) => {
    const { wake, unmount } = show();
    expect(wake).not.toHaveBeenCalled();
    act(() => void happen());
    expect(wake).toHaveBeenCalledTimes(1);
    unmount();
    happen();
    expect(wake).toHaveBeenCalledTimes(1);
  });

  test('is not looked after when it is hidden', () => {
    const { wake } = show();
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(wake).not.toHaveBeenCalled();
  });
});

/** Gives new props with each render, and draws again with whatever it is told. */
function RestlessHost({ adapter, onRender }: { adapter: DataAdapter; onRender: () => void }) {
  const [told, setTold] = useState(0);
  const count = () => setTold((times) => times + 1);
  onRender();
  return (
    <>
      <p>{told} told</p>
      {tree({ adapter: { ...adapter }, messages: {}, onEvent: count, onError: count, onNavigate: () => {} })}
    </>
  );
}

test('a host that draws again with whatever it is told comes to rest', async () => {
  const adapter = backendOf();
  adapter.control.failNext('setVariable', new AdapterError('unavailable', '503'));
  const onRender = vi.fn();
  render(<RestlessHost adapter={adapter} onRender={onRender} />);
  await heading('Marina Oliveira');
  save('pro');
  expect(await screen.findByText('2 told')).toBeVisible();
  expect(onRender.mock.calls.length).toBeLessThan(10);
});
