import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { type ReactNode, StrictMode } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { createDemoData, createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import type { DataAdapter } from '../../src/adapters/DataAdapter.ts';
import { SubscriberCard, type SubscriberCardProps } from '../../src/components/SubscriberCard.tsx';
import type { Subscriber, SubscriberRef } from '../../src/model/subscriber.ts';
import {
  SubscriberCardProvider,
  type SubscriberCardProviderProps,
} from '../../src/provider/SubscriberCardProvider.tsx';
import { createCardClient } from '../../src/store/createCardClient.ts';
import { aDeal, aPipeline, aSubscriber, aTag, aVariable } from '../support/fixtures.ts';

const marina: SubscriberRef = { id: 'marina', channel: 'instagram' };
const olena: SubscriberRef = { id: 'olena', channel: 'telegram' };

function twoSubscribers(): Subscriber[] {
  return [
    aSubscriber({ variables: [aVariable()], subscription: { status: 'active' } }),
    aSubscriber({ ...olena, name: 'Олена Коваленко', channel: 'telegram', variables: [aVariable()] }),
  ];
}

function inProvider(children: ReactNode, props: SubscriberCardProviderProps) {
  return (
    <SubscriberCardProvider timeZone="UTC" {...props}>
      {children}
    </SubscriberCardProvider>
  );
}

function renderCard(props: Partial<SubscriberCardProps> = {}, provider: SubscriberCardProviderProps = {}) {
  const adapter = createMemoryAdapter({
    subscribers: twoSubscribers(),
    tags: [aTag()],
    pipelines: [aPipeline()],
    deals: { marina: [aDeal()] },
  });
  const all = { adapter, ...provider };
  const view = render(inProvider(<SubscriberCard subscriber={marina} {...props} />, all));
  return {
    ...view,
    adapter,
    show: (next: Partial<SubscriberCardProps>) =>
      view.rerender(inProvider(<SubscriberCard subscriber={marina} {...props} {...next} />, all)),
  };
}

const card = (name = 'Subscriber card') => screen.getByRole('complementary', { name });
const heading = (name: string) => screen.findByRole('heading', { name });

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a host', () => {
  test('draws its first card in four lines', async () => {
    // import 'subscriber-card/styles.css' is done for all tests.
    const adapter = createMemoryAdapter(createDemoData());
    render(
      <SubscriberCardProvider adapter={adapter}>
        <SubscriberCard subscriber={{ id: 'marina', channel: 'instagram' }} />
      </SubscriberCardProvider>,
    );
    expect(await heading('Marina Oliveira')).toBeVisible();
    expect(await screen.findByRole('heading', { name: 'Variables' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Tags' })).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Deals' })).toBeVisible();
    expect(await screen.findByRole('tab', { name: 'Contact' })).toBeVisible();
  });

  test('is told what is missing around the card', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(() => render(<SubscriberCard subscriber={marina} />)).toThrow(/needs a <SubscriberCardProvider/);
  });

  test('chooses and orders the parts', async () => {
    renderCard({ sections: ['tags', 'header'] });
    const name = await heading('Marina Oliveira');
    const tags = await heading('Tags');
    expect(tags.compareDocumentPosition(name)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(screen.queryByRole('heading', { name: 'Variables' })).toBeNull();
    expect(screen.queryByRole('tab')).toBeNull();
  });

  test('sets the attributes of the root', async () => {
    renderCard({ id: 'card', className: 'mine', 'aria-label': 'Customer' });
    await heading('Marina Oliveira');
    expect(card('Customer')).toHaveAttribute('id', 'card');
    expect(card('Customer')).toHaveClass('sbc-root', 'mine');
  });
});

describe('every channel', () => {
  const data = createDemoData();
  test.each(data.subscribers.map(({ id, channel, name }) => [channel, name, id] as const))(
    '%s: shows %s with what the channel knows, and nothing that it cannot know',
    async (_channel, _name, id) => {
      const subscriber = data.subscribers.find((it) => it.id === id)!;
      const adapter = createMemoryAdapter(createDemoData());
      render(inProvider(<SubscriberCard subscriber={{ id, channel: subscriber.channel }} />, { adapter }));
      expect(await screen.findByRole('heading', { level: 2 })).toHaveTextContent(subscriber.name);
      const has = (text: string | RegExp) => screen.queryByText(text) !== null;
      expect(has(/^Bot subscription|^(Subscribed|Unsubscribed|Disabled|Blocked the bot)$/)).toBe(
        subscriber.subscription !== undefined,
      );
      expect(screen.queryByRole('list', { name: 'Instagram follow status' }) !== null).toBe(
        subscriber.instagram !== undefined,
      );
      expect(screen.queryByRole('button', { name: 'Copy invite link' }) !== null).toBe(
        Boolean(subscriber.group?.inviteLink),
      );
      expect(screen.queryByRole('group', { name: 'Ad campaign' }) !== null).toBe(
        subscriber.campaigns !== undefined,
      );
      expect(screen.queryAllByText(/^(active|Last active|last activity|Last activity) /i)).toHaveLength(1);
    },
  );
});

describe('with nobody to show', () => {
  test('says that no subscriber is selected, and reads nothing', () => {
    const { adapter } = renderCard({ subscriber: null });
    expect(card()).toHaveAttribute('data-status', 'none');
    expect(screen.getByRole('heading', { name: 'No subscriber selected' })).toBeVisible();
    expect(adapter.control.calls).toEqual([]);
  });

  test('says that there is no such subscriber, and looks again when asked', async () => {
    const { adapter } = renderCard({ subscriber: { id: 'nobody', channel: 'telegram' } });
    expect(await heading('Subscriber not found')).toBeVisible();
    expect(card()).toHaveAttribute('data-status', 'missing');
    const reads = () => adapter.control.calls.filter(({ method }) => method === 'getSubscriber').length;
    const before = reads();
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(reads()).toBe(before + 1));
  });

  test('says that a subscriber was deleted elsewhere, and lets what was typed be copied', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { adapter } = renderCard();
    await userEvent.click(await screen.findByRole('button', { name: 'Edit Plan' }));
    await userEvent.fill(await screen.findByRole('textbox', { name: 'Plan' }), 'enterprise');
    act(() => adapter.control.actAs('Bruno').deleteSubscriber(marina));
    expect(await heading('This subscriber no longer exists')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /^Copy my text: Plan/ }));
    expect(writeText).toHaveBeenCalledWith('enterprise');
  });
});

describe('loading', () => {
  test('holds the place of what will come, and says once what is loading', async () => {
    const adapter = createMemoryAdapter({ subscribers: twoSubscribers(), delay: Infinity });
    render(inProvider(<SubscriberCard subscriber={marina} />, { adapter }));
    expect(card()).toHaveAttribute('data-status', 'loading');
    expect(screen.getAllByText('Loading: Subscriber')).toHaveLength(1);
    // A heading that can be read would jump.
    expect(screen.queryByRole('heading')).toBeNull();
  });

  test('says once after eight seconds that it takes long, and offers to try again', () => {
    vi.useFakeTimers();
    const adapter = createMemoryAdapter({ subscribers: twoSubscribers(), delay: Infinity });
    render(
      inProvider(<SubscriberCard subscriber={marina} sections={['header', 'variables', 'tags']} />, {
        adapter,
      }),
    );
    expect(screen.queryByText('This takes longer than usual.')).toBeNull();
    act(() => vi.advanceTimersByTime(8000));
    expect(screen.getAllByText('This takes longer than usual.')).toHaveLength(1);
    vi.useRealTimers();
  });

  test('shows at once who is known from before', () => {
    const adapter = createMemoryAdapter({ subscribers: twoSubscribers(), delay: Infinity });
    const initialData = twoSubscribers();
    render(inProvider(<SubscriberCard subscriber={marina} />, { adapter, initialData }));
    expect(screen.getByRole('heading', { name: 'Marina Oliveira' })).toBeVisible();
  });
});

test('what may not be edited is said once, under the subscription, and no contact is offered', async () => {
  const [first, ...others] = twoSubscribers();
  const subscribers = [{ ...first!, readOnly: 'The Lisbon team.' }, ...others];
  const adapter = createMemoryAdapter({ subscribers, pipelines: [aPipeline()] });
  render(inProvider(<SubscriberCard subscriber={marina} />, { adapter }));
  expect(await screen.findByRole('tab', { name: 'Contact' })).toBeVisible();
  await screen.findByText('No deals yet');
  const [lock, ...rest] = screen.getAllByText('Read only: The Lisbon team.', {
    selector: '.sbc-field-hint *',
  });
  expect(rest).toEqual([]);
  const variables = screen.getByRole('heading', { name: /Variables/ });
  expect(lock!.compareDocumentPosition(variables)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

describe('a section that fails', () => {
  test('says so alone, while the others live, and retries alone', async () => {
    const onError = vi.fn();
    const adapter = createMemoryAdapter({ subscribers: twoSubscribers(), pipelines: [aPipeline()] });
    adapter.control.failNext('listDeals', new AdapterError('forbidden', 'no', { reason: 'Ask your admin.' }));
    render(inProvider(<SubscriberCard subscriber={marina} />, { adapter, onError }));
    expect(await screen.findByText('Could not load: Deals')).toBeVisible();
    expect(screen.getByText('Ask your admin.')).toBeVisible();
    expect(await heading('Marina Oliveira')).toBeVisible();
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ section: 'deals', subscriber: marina }));
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByRole('button', { name: 'Add deal' })).toBeVisible();
  });

  test('says once that the subscriber could not be loaded, and leaves the CRM alive', async () => {
    const adapter = createMemoryAdapter({ subscribers: twoSubscribers(), pipelines: [aPipeline()] });
    adapter.control.failNext('getSubscriber', new AdapterError('malformed', 'no'));
    render(inProvider(<SubscriberCard subscriber={marina} />, { adapter }));
    expect(await heading('Could not load the subscriber')).toBeVisible();
    expect(screen.getByText('The answer of the server could not be read.')).toBeVisible();
    expect(card()).toHaveAttribute('data-status', 'failed');
    expect(screen.getAllByRole('button', { name: 'Retry' })).toHaveLength(1);
    const addDeal = await screen.findByRole('button', { name: 'Add deal' });
    adapter.control.setDelay(500);
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(card()).toHaveAttribute('data-status', 'loading');
    expect(await heading('Marina Oliveira')).toBeVisible();
    // The same button: while it was tried again nothing of the CRM went away.
    expect(addDeal).toBeVisible();
  });

  test('is one failure with one Retry where nothing could be read', async () => {
    const adapter = createMemoryAdapter({ subscribers: twoSubscribers(), pipelines: [aPipeline()] });
    adapter.control.setFail(() => new AdapterError('forbidden', 'no'));
    render(inProvider(<SubscriberCard subscriber={marina} />, { adapter }));
    expect(await heading('Could not load the subscriber')).toBeVisible();
    await waitFor(() => expect(screen.queryByRole('tablist')).toBeNull());
    adapter.control.setFail(undefined);
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await heading('Marina Oliveira')).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Add deal' })).toBeVisible();
  });

  test('to be read anew says so once for the whole card, and one Retry reads all of it', async () => {
    const adapter = createMemoryAdapter({ subscribers: twoSubscribers(), pipelines: [aPipeline()] });
    render(inProvider(<SubscriberCard subscriber={marina} />, { adapter }));
    await screen.findByRole('button', { name: 'Add deal' });
    adapter.control.setFail(() => new AdapterError('forbidden', 'no'));
    adapter.control.emit(marina, { type: 'invalidated' });
    const stale = 'Could not refresh. You see what was loaded before.';
    const notice = await screen.findByText(stale, { selector: '.sbc-bar *' });
    expect(notice).toBeVisible();
    await waitFor(() => expect(screen.getAllByRole('button', { name: 'Retry' })).toHaveLength(1));
    expect(document.querySelectorAll('.sbc-notice')).toHaveLength(0);
    adapter.control.setFail(undefined);
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(screen.queryByText(stale, { selector: '.sbc-bar *' })).toBeNull());
  });

  test('that crashes while it is drawn tells the host, spares the others, and lives again with the next subscriber', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const onError = vi.fn();
    const adapter = createMemoryAdapter({
      subscribers: [{ ...twoSubscribers()[0]!, avatarUrl: 'https://127.0.0.1:9/x' }, twoSubscribers()[1]!],
    });
    const provider = {
      adapter,
      onError,
      resolveAvatarUrl() {
        throw new Error('the proxy of the host is broken');
      },
    };
    const view = render(inProvider(<SubscriberCard subscriber={marina} />, provider));
    expect(await screen.findByText('This part stopped working.')).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Edit Plan' })).toBeVisible();
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ section: 'subscriber', subscriber: marina });
    expect(onError.mock.calls[0]?.[0].error.cause).toMatchObject({
      message: 'the proxy of the host is broken',
    });
    view.rerender(inProvider(<SubscriberCard subscriber={olena} />, provider));
    expect(await heading('Олена Коваленко')).toBeVisible();
  });
});

describe('switching the subscriber', () => {
  test('never shows one under the other, in whatever order the answers come', async () => {
    const base = createMemoryAdapter({ subscribers: twoSubscribers() });
    const answers = new Map<string, () => void>();
    const adapter: DataAdapter = {
      ...base,
      getSubscriber: async (ref, context) => {
        await new Promise<void>((resolve) => answers.set(ref.id, resolve));
        return base.getSubscriber(ref, context);
      },
    };
    const view = render(inProvider(<SubscriberCard subscriber={marina} />, { adapter }));
    await waitFor(() => expect(answers.has('marina')).toBe(true));
    view.rerender(inProvider(<SubscriberCard subscriber={olena} />, { adapter }));
    await waitFor(() => expect(answers.has('olena')).toBe(true));
    await act(async () => answers.get('olena')?.());
    expect(await heading('Олена Коваленко')).toBeVisible();
    await act(async () => answers.get('marina')?.());
    expect(screen.queryByText('Marina Oliveira')).toBeNull();
    expect(await heading('Олена Коваленко')).toBeVisible();
  });

  test('shows who was seen before at once', async () => {
    const { show, adapter } = renderCard();
    await heading('Marina Oliveira');
    show({ subscriber: olena });
    await heading('Олена Коваленко');
    adapter.control.setDelay(Infinity);
    show({ subscriber: marina });
    expect(screen.getByRole('heading', { name: 'Marina Oliveira' })).toBeVisible();
    expect(screen.queryByText('Олена Коваленко')).toBeNull();
  });

  test('moves the focus from inside of the card to the heading', async () => {
    const { show } = renderCard();
    (await screen.findByRole('button', { name: 'Edit Plan' })).focus();
    show({ subscriber: olena });
    await heading('Олена Коваленко');
    expect(card().contains(document.activeElement)).toBe(true);
    show({ subscriber: marina });
    expect(screen.getByRole('heading', { name: 'Marina Oliveira' })).toHaveFocus();
  });

  test('leaves the focus of the chat alone', async () => {
    const chat = document.body.appendChild(document.createElement('textarea'));
    const { show } = renderCard();
    await heading('Marina Oliveira');
    chat.focus();
    show({ subscriber: olena });
    await heading('Олена Коваленко');
    expect(chat).toHaveFocus();
  });
});

describe('several cards', () => {
  test('are told apart by name', async () => {
    const adapter = createMemoryAdapter({ subscribers: twoSubscribers() });
    render(
      <StrictMode>
        {inProvider(
          <>
            <SubscriberCard subscriber={marina} />
            <SubscriberCard subscriber={olena} />
          </>,
          { adapter },
        )}
      </StrictMode>,
    );
    expect(await screen.findByRole('complementary', { name: /^Subscriber card: .*Олена/ })).toBeVisible();
    expect(card()).toHaveTextContent('Marina Oliveira');
  });

  test('under two providers are two worlds', async () => {
    const one = createMemoryAdapter({ subscribers: [aSubscriber({ name: 'Marina of one' })] });
    const two = createMemoryAdapter({ subscribers: [aSubscriber({ name: 'Marina of two' })] });
    render(
      <>
        {inProvider(<SubscriberCard subscriber={marina} />, { adapter: one })}
        {inProvider(<SubscriberCard subscriber={marina} />, { adapter: two })}
      </>,
    );
    expect(await heading('Marina of one')).toBeVisible();
    expect(await heading('Marina of two')).toBeVisible();
    act(() => one.control.actAs('Bruno').changeSubscriber(marina, { name: 'Marina renamed' }));
    expect(await heading('Marina renamed')).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Marina of two' })).toBeVisible();
  });
});

describe('folding', () => {
  const variables = () => screen.findByRole('button', { name: 'Variables' });

  test('is remembered by the client, for the next subscriber and the next card', async () => {
    const client = createCardClient({ adapter: createMemoryAdapter({ subscribers: twoSubscribers() }) });
    const view = render(inProvider(<SubscriberCard subscriber={marina} />, { client }));
    await userEvent.click(await variables());
    expect(await variables()).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByText('Plan')).toBeNull();
    view.unmount();
    render(inProvider(<SubscriberCard subscriber={olena} />, { client }));
    expect(await variables()).toHaveAttribute('aria-expanded', 'false');
    expect(screen.getByRole('button', { name: 'Tags' })).toHaveAttribute('aria-expanded', 'true');
  });

  test('starts as the host says', async () => {
    renderCard({ defaultOpenSections: ['tags', 'contact'] });
    expect(await variables()).toHaveAttribute('aria-expanded', 'false');
    expect(screen.getByRole('button', { name: 'Tags' })).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByRole('tab', { name: /ontact/ })).toHaveAttribute('aria-selected', 'true');
  });

  test('is the decision of a host that gives openSections', async () => {
    const onOpenSectionsChange = vi.fn();
    const { show } = renderCard({ openSections: ['variables', 'deals'], onOpenSectionsChange });
    await userEvent.click(await variables());
    expect(onOpenSectionsChange).toHaveBeenLastCalledWith(['deals']);
    expect(await variables()).toHaveAttribute('aria-expanded', 'true');
    show({ openSections: [] });
    expect(await variables()).toHaveAttribute('aria-expanded', 'false');
  });

  test('folds the CRM part, and a tab opens it again', async () => {
    const onOpenSectionsChange = vi.fn();
    renderCard({ onOpenSectionsChange });
    await screen.findByRole('button', { name: 'Add deal' });
    const fold = screen.getByRole('button', { name: 'CRM' });
    await userEvent.click(fold);
    expect(fold).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByRole('button', { name: 'Add deal' })).toBeNull();
    expect(onOpenSectionsChange).toHaveBeenLastCalledWith(['variables', 'tags']);
    await userEvent.click(screen.getByRole('tab', { name: 'Add contact' }));
    expect(await screen.findByRole('textbox', { name: 'First name' })).toBeVisible();
    expect(onOpenSectionsChange).toHaveBeenLastCalledWith(['variables', 'tags', 'contact']);
  });
});

describe('the CRM part', () => {
  test('counts the deals outside of the name of their tab', async () => {
    renderCard();
    await screen.findByRole('button', { name: 'Edit deal Wedding guest dress' });
    expect(screen.getByRole('tab', { name: 'Deals' })).toHaveTextContent('Deals1');
  });

  test('has only the tab that the backend knows, and is open with it', async () => {
    const adapter = createMemoryAdapter({ subscribers: twoSubscribers(), omit: ['listDeals'] });
    render(inProvider(<SubscriberCard subscriber={marina} />, { adapter }));
    expect(await screen.findByRole('tab', { name: 'Add contact' })).toHaveAttribute('aria-selected', 'true');
    expect(screen.queryByRole('tab', { name: 'Deals' })).toBeNull();
    expect(await screen.findByRole('textbox', { name: 'First name' })).toBeVisible();
  });

  test('is absent where the backend has no CRM', async () => {
    const adapter = createMemoryAdapter({ subscribers: twoSubscribers(), omit: ['listDeals', 'getContact'] });
    render(inProvider(<SubscriberCard subscriber={marina} />, { adapter }));
    await heading('Marina Oliveira');
    expect(screen.queryByRole('tab')).toBeNull();
  });
});

describe('the connection', () => {
  test('says how many changes wait for the sign-in, and sends them when asked', async () => {
    const { adapter } = renderCard();
    adapter.control.failNext('setVariable', new AdapterError('unauthorized', 'no'));
    await setPlan('pro');
    expect(
      await screen.findByText('Sign in again to save 1 change', { ignore: '[role=status]' }),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(planOn(adapter)).toBe('pro'));
    expect(screen.queryByRole('button', { name: 'Sign in' })).toBeNull();
  });

  test('says how many changes wait for the network', async () => {
    const { adapter } = renderCard();
    adapter.control.setFail((method) =>
      method === 'setVariable' ? new AdapterError('offline', 'no') : undefined,
    );
    await setPlan('pro');
    expect(await screen.findByText('Offline: 1 change waits', { ignore: '[role=status]' })).toBeVisible();
    adapter.control.setFail(undefined);
    act(() => void window.dispatchEvent(new Event('online')));
    await waitFor(() => expect(planOn(adapter)).toBe('pro'));
    expect(screen.queryByText(/^Offline/, { ignore: '[role=status]' })).toBeNull();
  });
});

describe('undo', () => {
  test('takes back the last change by its button', async () => {
    const { adapter } = renderCard();
    await setPlan('pro');
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(planOn(adapter)).toBe('free'));
  });

  test('takes back the last change by the keyboard, with the focus in the card and not in a text', async () => {
    const { adapter } = renderCard();
    await setPlan('pro');
    await screen.findByRole('button', { name: 'Undo' });
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    fireEvent.keyDown(await screen.findByRole('combobox', { name: 'Add tag' }), { key: 'z', ctrlKey: true });
    expect(planOn(adapter)).toBe('pro');
    fireEvent.keyDown(screen.getByRole('button', { name: 'Tags' }), { key: 'z', metaKey: true });
    await waitFor(() => expect(planOn(adapter)).toBe('free'));
  });

  test('keeps the focus in the card when its button goes', async () => {
    renderCard();
    await setPlan('pro');
    const undo = await screen.findByRole('button', { name: 'Undo' });
    undo.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(undo).not.toBeInTheDocument());
    expect(card().contains(document.activeElement)).toBe(true);
  });
});

describe('news', () => {
  test('of a colleague are said politely, and one\u2019s own changes are not news', async () => {
    const { adapter } = renderCard();
    await heading('Marina Oliveira');
    await screen.findByRole('button', { name: 'Edit Plan' });
    act(() => void adapter.control.actAs('Bruno').setVariable(marina, 'plan', 'team'));
    await screen.findByText('Bruno updated Plan');
    act(() => void adapter.control.actAs('Bruno').addTag(marina, 'vip'));
    await screen.findByText('Bruno updated Tags');
    await setPlan('pro');
    await waitFor(() => expect(planOn(adapter)).toBe('pro'));
    await screen.findByText('Plan saved', { selector: '[role=status]' });
    expect(screen.queryByText(/updated/)).toBeNull();
  });

  test('of many changes at once are one sentence', async () => {
    const variables = ['a', 'b', 'c', 'd', 'e'].map((key) => aVariable({ key, label: key }));
    const adapter = createMemoryAdapter({ subscribers: [aSubscriber({ variables })] });
    render(inProvider(<SubscriberCard subscriber={marina} />, { adapter }));
    await heading('Marina Oliveira');
    const bruno = adapter.control.actAs('Bruno');
    act(() => {
      for (const { key } of variables) bruno.setVariable(marina, key, 'team');
    });
    expect(await screen.findByText('5 fields updated')).toBeInTheDocument();
  });
});

describe('the rules of WCAG 2.2 AA', () => {
  const demo = createMemoryAdapter(createDemoData());
  const never = createMemoryAdapter({ subscribers: twoSubscribers(), delay: Infinity });
  test.each<[string, DataAdapter, SubscriberRef | null, RegExp]>([
    ['a person on Instagram', demo, marina, /^Follows you$/],
    ['a Telegram group', demo, { id: 'padel-kyiv', channel: 'telegram' }, /^Copy invite link$/],
    ['nobody', demo, null, /^No subscriber selected$/],
    ['somebody who does not exist', demo, { id: 'nobody' }, /^Subscriber not found$/],
    ['somebody who is loading', never, marina, /^Loading: Subscriber$/],
  ])('hold for %s, in light and dark', async (_what, adapter, subscriber, text) => {
    for (const theme of ['light', 'dark'] as const) {
      const view = render(inProvider(<SubscriberCard subscriber={subscriber} />, { adapter, theme }));
      await screen.findByText(text);
      const { violations } = await axe.run(view.container, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
        rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
      });
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      view.unmount();
    }
  });
});

async function setPlan(value: string) {
  await userEvent.click(await screen.findByRole('button', { name: 'Edit Plan' }));
  await userEvent.fill(await screen.findByRole('textbox', { name: 'Plan' }), value);
  await userEvent.keyboard('{Enter}');
}

function planOn(adapter: ReturnType<typeof renderCard>['adapter']) {
  return adapter.control.server.subscriber(marina)?.variables[0]?.value;
}
