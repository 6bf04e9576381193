import { waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { createMemoryAdapter, type MemoryAdapterOptions } from '../../src/adapters/createMemoryAdapter.ts';
import { defineSubscriberCard } from '../../src/element/defineSubscriberCard.ts';
import type { SubscriberCardElement } from '../../src/element/SubscriberCardElement.ts';
import { ptBR } from '../../src/i18n/pt-BR.ts';
import { createCardClient } from '../../src/store/createCardClient.ts';
import { aCampaign, aDeal, aPipeline, aSubscriber, aTag, aVariable } from '../support/fixtures.ts';

const marina = { id: 'marina', channel: 'instagram' };
const bea = { id: 'bea', channel: 'instagram' };

function aBackend(options: MemoryAdapterOptions = {}) {
  return createMemoryAdapter({
    subscribers: [
      aSubscriber({ variables: [aVariable()], campaigns: [aCampaign()] }),
      aSubscriber({ id: 'bea', name: 'Beatriz Lima', variables: [aVariable()] }),
    ],
    tags: [aTag(), aTag({ id: 'cart', name: 'Abandoned cart' })],
    pipelines: [aPipeline(), aPipeline({ id: 'service', name: 'Service' })],
    deals: { marina: [aDeal()] },
    ...options,
  });
}

type Properties = Partial<Pick<SubscriberCardElement, 'adapter' | 'client' | 'subscriber' | 'locale'>>;

/** One more at the end of the page, as a host without a framework makes it. */
function addCard(properties: Properties, tagName = 'subscriber-card'): SubscriberCardElement {
  const element = document.createElement(tagName) as SubscriberCardElement;
  Object.assign(element, { subscriber: marina, timeZone: 'UTC', ...properties });
  return document.body.appendChild(element);
}

const cardIn = (element: Element) => element.shadowRoot?.querySelector<HTMLElement>('.sbc-card');

/** What is in the card, once that is drawn. */
async function inside(element: Element) {
  await waitFor(() => expect(cardIn(element)).toBeInstanceOf(HTMLElement));
  return within(cardIn(element)!);
}

const heading = async (element: Element, name: string) =>
  (await inside(element)).findByRole('heading', { name });
const editPlan = async (element: Element) =>
  (await inside(element)).findByRole('button', { name: 'Edit Plan' });
const planOf = (adapter: ReturnType<typeof aBackend>) =>
  adapter.control.server.subscriber(marina)?.variables[0]?.value;

/** What the element tells by this event from now on. */
function listen<Name extends keyof HTMLElementEventMap>(element: Element, name: Name) {
  const heard = vi.fn<(event: HTMLElementEventMap[Name]) => void>();
  element.addEventListener(name, heard as unknown as EventListener);
  return heard;
}

beforeAll(() => defineSubscriberCard());

describe('<subscriber-card>', () => {
  test('draws the card in its shadow root, with styles and without a style element', async () => {
    const element = addCard({ adapter: aBackend() });
    await heading(element, 'Marina Oliveira');
    expect(getComputedStyle(element).display).toBe('block');
    expect(getComputedStyle(cardIn(element)!).fontSize).toBe('14px');
    expect(getComputedStyle(cardIn(element)!).containerName).toBe('sbc-card');
    expect(element.shadowRoot?.querySelectorAll('style, link')).toHaveLength(0);
    expect(element.shadowRoot?.adoptedStyleSheets).toHaveLength(1);
    expect(element.childNodes).toHaveLength(0);
  });

  test('is hidden by the attribute', () => {
    const element = addCard({ adapter: aBackend() });
    element.hidden = true;
    expect(getComputedStyle(element).display).toBe('none');
  });

  test('takes what was set before it was defined', async () => {
    const element = addCard({ adapter: aBackend() }, 'late-card');
    expect(element.shadowRoot).toBeNull();
    defineSubscriberCard('late-card');
    await heading(element, 'Marina Oliveira');
    expect(element.subscriber).toEqual(marina);
    expect(Object.hasOwn(element, 'subscriber')).toBe(false);
  });

  test('can be defined again', () => {
    const first = customElements.get('subscriber-card');
    defineSubscriberCard();
    expect(customElements.get('subscriber-card')).toBe(first);
  });

  test('waits for an adapter, and takes a client instead of one', async () => {
    const element = addCard({});
    await Promise.resolve();
    expect(element.shadowRoot?.childNodes).toHaveLength(0);
    element.client = createCardClient({ adapter: aBackend() });
    await heading(element, 'Marina Oliveira');
  });

  test('saves an edit by keyboard, and tells of it', async () => {
    const adapter = aBackend();
    const element = addCard({ adapter });
    const heard = listen(element, 'sbc-event');
    (await editPlan(element)).focus();
    await userEvent.keyboard('{Enter}');
    await (await inside(element)).findByRole('textbox', { name: 'Plan' });
    await userEvent.keyboard('pro{Enter}');
    await waitFor(() => expect(planOf(adapter)).toBe('pro'));
    await waitFor(() => expect(heard).toHaveBeenCalledOnce());
    expect(heard.mock.lastCall?.[0]).toMatchObject({ bubbles: false });
    expect(heard.mock.lastCall?.[0].detail).toMatchObject({ type: 'variableChanged', subscriber: marina });
    await waitFor(async () => expect(element.shadowRoot?.activeElement).toBe(await editPlan(element)));
  });

  test('picks a tag with the mouse, from a list that stands over the page', async () => {
    const adapter = aBackend();
    const frame = document.body.appendChild(document.createElement('div'));
    frame.style.cssText = 'overflow: hidden; transform: translateX(0); block-size: 400px; inline-size: 340px';
    const element = addCard({ adapter });
    frame.append(element);
    const input = await (await inside(element)).findByRole('combobox', { name: 'Add tag' });
    input.scrollIntoView({ block: 'end' });
    await userEvent.click(input);
    const option = await (await inside(element)).findByRole('option', { name: 'Abandoned cart' });
    const { left, top, width, height } = option.getBoundingClientRect();
    const hit = element.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2);
    expect(option.contains(hit ?? null)).toBe(true);
    await userEvent.click(option);
    const tags = () => adapter.control.server.subscriber(marina)?.tagging.tags.map(({ id }) => id);
    await waitFor(() => expect(tags()).toEqual(['cart']));
    const added = [...document.body.children].filter((child) => child !== frame);
    expect(added.filter((child) => !child.hasAttribute('data-radix-focus-guard'))).toEqual([]);
  });

  test('picks from the select of a form', async () => {
    const element = addCard({ adapter: aBackend() });
    await userEvent.click(await (await inside(element)).findByRole('button', { name: 'Add deal' }));
    const select = await (await inside(element)).findByRole('combobox', { name: 'Pipeline' });
    await userEvent.click(select);
    await userEvent.click(await (await inside(element)).findByRole('option', { name: 'Service' }));
    await waitFor(() => expect(select.textContent).toBe('Service'));
    await waitFor(() => expect(document.body.style.pointerEvents).toBe(''));
  });

  test('draws again when a property changes', async () => {
    const adapter = aBackend();
    const element = addCard({ adapter });
    await heading(element, 'Marina Oliveira');
    element.subscriber = bea;
    element.theme = 'dark';
    await heading(element, 'Beatriz Lima');
    expect(cardIn(element)).toHaveAttribute('data-theme', 'dark');
    element.locale = ptBR;
    await (await inside(element)).findByRole('heading', { name: 'Variáveis' });
    element.readOnly = 'Assigned to Bruno';
    await (await inside(element)).findAllByText(/Assigned to Bruno/);
    element.sections = ['header'];
    await waitFor(() => expect(cardIn(element)?.querySelector('.sbc-variables')).toBeNull());
    element.subscriber = null;
    await waitFor(() => expect(cardIn(element)).toHaveAttribute('data-status', 'none'));
    expect(adapter.control.calls.filter(({ method }) => method === 'getSubscriber')).toHaveLength(2);
  });

  test('tells of what went wrong', async () => {
    const adapter = aBackend();
    adapter.control.failNext('getSubscriber', new AdapterError('forbidden', 'No.'));
    const element = addCard({ adapter });
    const heard = listen(element, 'sbc-error');
    await waitFor(() => expect(heard).toHaveBeenCalled());
    expect(heard.mock.lastCall?.[0].detail).toMatchObject({
      subscriber: marina,
      error: { code: 'forbidden' },
    });
  });

  test('goes on after the sign-in that a listener promises', async () => {
    const adapter = aBackend();
    adapter.control.failNext('getSubscriber', new AdapterError('unauthorized', 'Who?'));
    const element = addCard({ adapter });
    let signIn: (() => void) | undefined;
    element.addEventListener('sbc-unauthorized', ({ detail }) => {
      detail.waitUntil(new Promise<void>((resolve) => (signIn = resolve)));
    });
    await waitFor(() => expect(signIn).toBeTypeOf('function'));
    expect(cardIn(element)?.textContent).not.toContain('Marina Oliveira');
    signIn?.();
    await heading(element, 'Marina Oliveira');
  });

  test('leaves a link to the listener who keeps the browser out', async () => {
    const element = addCard({ adapter: aBackend() });
    const link = await (await inside(element)).findByRole('link', { name: /Spring collection/ });
    const seen: { url: string; isKept: boolean }[] = [];
    element.addEventListener('sbc-navigate', (event) => {
      event.preventDefault();
      event.detail.originalEvent.stopPropagation();
      seen.push({ url: event.detail.url, isKept: event.defaultPrevented });
    });
    await userEvent.click(link);
    expect(seen).toEqual([{ url: aCampaign().url, isKept: true }]);
  });

  test('tells which sections are open', async () => {
    const element = addCard({ adapter: aBackend() });
    const heard = listen(element, 'sbc-open-sections-change');
    await userEvent.click(await (await inside(element)).findByRole('button', { name: /^Tags/ }));
    expect(heard.mock.lastCall?.[0].detail).not.toContain('tags');
  });

  test('keeps two with different adapters apart', async () => {
    const [mine, theirs] = [aBackend(), aBackend()];
    const first = addCard({ adapter: mine });
    const second = addCard({ adapter: theirs });
    await heading(second, 'Marina Oliveira');
    await userEvent.click(await editPlan(first));
    await userEvent.keyboard('pro{Enter}');
    await waitFor(() => expect(planOf(mine)).toBe('pro'));
    expect(planOf(theirs)).toBe('free');
    await (await inside(first)).findByText('pro');
    expect((await inside(second)).queryByText('pro')).toBeNull();
    expect(theirs.control.calls.some(({ method }) => method === 'setVariable')).toBe(false);
  });

  test('shows two of one client the same', async () => {
    const client = createCardClient({ adapter: aBackend() });
    const [first, second] = [addCard({ client }), addCard({ client })];
    await userEvent.click(await editPlan(first));
    await userEvent.keyboard('pro{Enter}');
    await (await inside(second)).findByText('pro');
  });

  test('keeps its card where it is only moved', async () => {
    const element = addCard({ adapter: aBackend() });
    await heading(element, 'Marina Oliveira');
    const card = cardIn(element);
    document.body.prepend(element);
    await heading(element, 'Marina Oliveira');
    expect(cardIn(element)).toBe(card);
  });

  test('leaves nothing behind where it is taken out, and can come back', async () => {
    const adapter = aBackend();
    const ends = vi.fn();
    const { subscribe } = adapter;
    adapter.subscribe = (ref, listener, context) => {
      const end = subscribe(ref, listener, context);
      return () => {
        ends();
        end();
      };
    };
    const before = document.documentElement.outerHTML;
    const element = addCard({ adapter });
    await heading(element, 'Marina Oliveira');
    element.remove();
    await waitFor(() => expect(element.shadowRoot?.childNodes).toHaveLength(0));
    await waitFor(() => expect(ends).toHaveBeenCalledOnce());
    expect(document.documentElement.outerHTML).toBe(before);
    document.body.append(element);
    await heading(element, 'Marina Oliveira');
  });
});
