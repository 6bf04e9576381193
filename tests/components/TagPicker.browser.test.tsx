import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { createMemoryAdapter, type MemoryAdapterOptions } from '../../src/adapters/createMemoryAdapter.ts';
import { TagPicker } from '../../src/components/TagPicker.tsx';
import { ptBR } from '../../src/i18n/pt-BR.ts';
import type { Tag } from '../../src/model/tag.ts';
import { aSubscriber, aTag } from '../support/fixtures.ts';
import { marina, renderPart } from '../support/renderPart.tsx';

const vip = aTag({ id: 'vip', name: 'VIP', color: '#2f9e44' });
const spring = aTag({ id: 'spring', name: 'Spring 2025', color: '#4263eb' });
const cart = aTag({ id: 'cart', name: 'Abandoned cart' });
const refund = aTag({ id: 'refund', name: 'Refund' });

function anAdapter(tags: readonly Tag[] = [spring, cart], options: MemoryAdapterOptions = {}) {
  return createMemoryAdapter({
    subscribers: [aSubscriber({ tagging: { tags } }), aSubscriber({ id: 'bea', name: 'Bea' })],
    tags: [vip, spring, cart, refund],
    ...options,
  });
}

const chipNames = () =>
  within(screen.getByRole('list', { name: 'Assigned tags' }))
    .queryAllByRole('listitem')
    .map((chip) => chip.textContent);
const removeButton = (name: string) => screen.getByRole('button', { name: `Remove tag ${name}` });
const input = () => screen.findByRole('combobox', { name: 'Add tag' });
const option = (name: string) => screen.findByRole('option', { name });
const tagsOf = (adapter: ReturnType<typeof anAdapter>) =>
  adapter.control.server.subscriber(marina)?.tagging.tags.map(({ name }) => name);
const callsOf = (adapter: ReturnType<typeof anAdapter>, method: string) =>
  adapter.control.calls.filter((call) => call.method === method);

async function open() {
  await userEvent.click(await input());
  await screen.findByRole('listbox', { name: 'Add tag' });
}

afterEach(() => {
  vi.restoreAllMocks();
});

test('draws the tags under the heading Tags, in their colours', async () => {
  renderPart(<TagPicker className="mine" data-testid="tags" />, anAdapter([vip, cart]));
  await screen.findByText('VIP');
  expect(screen.getByRole('heading', { name: 'Tags' })).toBeVisible();
  expect(screen.getByRole('region', { name: 'Tags' })).toHaveClass('mine');
  expect(chipNames()).toEqual(['VIP', 'Abandoned cart']);
  const colour = (name: string) => getComputedStyle(screen.getByText(name)).color;
  expect(colour('VIP')).not.toBe(colour('Abandoned cart'));
});

test('draws a tag that the vocabulary does not know', async () => {
  const adapter = anAdapter();
  adapter.searchTags = async () => ({ items: [vip] });
  renderPart(<TagPicker />, adapter);
  expect(await screen.findByText('Spring 2025')).toBeVisible();
});

test('ignores a colour that is none', async () => {
  renderPart(
    <TagPicker />,
    anAdapter([aTag({ id: 'evil', name: 'Evil', color: 'url(https://evil.example)' })]),
  );
  const chip = (await screen.findByText('Evil')).closest('li');
  expect(chip?.getAttribute('style') ?? '').not.toContain('evil');
});

test('draws nothing where no subscriber is selected', () => {
  const { container } = renderPart(<TagPicker />, anAdapter(), { subscriber: null });
  expect(container.querySelector('.sbc-section')).toBeNull();
});

test('says what to do where there are none yet', async () => {
  renderPart(<TagPicker />, anAdapter([]));
  expect(await screen.findByText('Choose a tag to sort and segment this subscriber.')).toBeVisible();
});

test('reads the vocabulary only when somebody means to use it, and once', async () => {
  const adapter = anAdapter();
  renderPart(<TagPicker />, adapter);
  await userEvent.hover(await screen.findByText('Spring 2025'));
  expect(callsOf(adapter, 'searchTags')).toHaveLength(0);
  await userEvent.hover(await input());
  await waitFor(() => expect(callsOf(adapter, 'searchTags')).toHaveLength(1));
  await open();
  expect(await screen.findAllByRole('option')).toHaveLength(4);
  expect(callsOf(adapter, 'searchTags')).toHaveLength(1);
});

test('adds tags by mouse, and the list stays open for the next', async () => {
  const adapter = anAdapter([]);
  renderPart(<TagPicker />, adapter);
  await open();
  await userEvent.click(await option('VIP'));
  await userEvent.click(await option('Refund'));
  expect(chipNames()).toEqual(['VIP', 'Refund']);
  await waitFor(() => expect(tagsOf(adapter)).toEqual(['VIP', 'Refund']));
  expect(await option('VIP')).toHaveAttribute('aria-selected', 'true');
});

test('adds and takes away tags by keys alone', async () => {
  const adapter = anAdapter([]);
  renderPart(<TagPicker />, adapter);
  (await input()).focus();
  await userEvent.keyboard('{ArrowDown}');
  await option('VIP');
  await userEvent.keyboard('{Home}{Enter}');
  expect(chipNames()).toEqual(['VIP']);
  await userEvent.keyboard('{Enter}');
  expect(chipNames()).toEqual([]);
  await userEvent.keyboard('ab');
  // The one that matches, and the offer to create another.
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
  await userEvent.keyboard('{Enter}');
  expect(chipNames()).toEqual(['Abandoned cart']);
  await waitFor(() => expect(tagsOf(adapter)).toEqual(['Abandoned cart']));
});

test('says it once to screen readers', async () => {
  renderPart(<TagPicker />, anAdapter([spring, cart, refund]));
  await open();
  const said: string[] = [];
  const region = screen.getByRole('status');
  new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, {
    childList: true,
    subtree: true,
    characterData: true,
  });
  await userEvent.click(await option('VIP'));
  await waitFor(() => expect(said.join('|')).toContain('VIP added, 4 tags'));
  expect(said.join('|').split('VIP added')).toHaveLength(2);
});

test('marks a tag as pending until the server has confirmed it', async () => {
  const adapter = anAdapter([], { delay: (method) => (method === 'addTag' ? 150 : 0) });
  renderPart(<TagPicker />, adapter);
  await open();
  await userEvent.click(await option('VIP'));
  const chip = screen.getByRole('listitem');
  expect(chip).toHaveAttribute('data-pending');
  await waitFor(() => expect(chip).not.toHaveAttribute('data-pending'));
});

test('adds a tag once, however often it is asked for', async () => {
  const adapter = anAdapter([vip]);
  renderPart(<TagPicker />, adapter);
  await screen.findByText('VIP');
  act(() => {
    adapter.control.actAs('Bruno').addTag(marina, 'vip');
    adapter.control.actAs('Bruno').addTag(marina, 'refund');
    adapter.control.actAs('Bruno').addTag(marina, 'refund');
  });
  await screen.findByText('Refund');
  expect(chipNames()).toEqual(['VIP', 'Refund']);
});

test('removes a tag by its button, and the focus goes to the next', async () => {
  const adapter = anAdapter([vip, spring, cart]);
  renderPart(<TagPicker />, adapter);
  await screen.findByText('VIP');
  await userEvent.click(removeButton('Spring 2025'));
  expect(chipNames()).toEqual(['VIP', 'Abandoned cart']);
  expect(removeButton('Abandoned cart')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(removeButton('VIP')).toHaveFocus();
  await userEvent.keyboard(' ');
  expect(await input()).toHaveFocus();
  await waitFor(() => expect(tagsOf(adapter)).toEqual([]));
});

test('goes back from the empty field to the last tag, and a second Backspace removes it', async () => {
  const adapter = anAdapter([vip, cart]);
  renderPart(<TagPicker />, adapter);
  const field = await input();
  field.focus();
  await userEvent.keyboard('x{Backspace}');
  expect(field).toHaveFocus();
  await userEvent.keyboard('{Backspace}');
  expect(removeButton('Abandoned cart')).toHaveFocus();
  expect(chipNames()).toHaveLength(2);
  await userEvent.keyboard('{Backspace}');
  expect(chipNames()).toEqual(['VIP']);
  expect(removeButton('VIP')).toHaveFocus();
});

test('a Backspace that is held down takes no tags away', async () => {
  renderPart(<TagPicker />, anAdapter([vip, cart]));
  await screen.findByText('VIP');
  removeButton('Abandoned cart').focus();
  fireEvent.keyDown(removeButton('Abandoned cart'), { key: 'Backspace', repeat: true });
  expect(chipNames()).toHaveLength(2);
});

test('arrows move among the tags and into the field', async () => {
  renderPart(<TagPicker />, anAdapter([vip, spring, cart]));
  const field = await input();
  field.focus();
  await userEvent.keyboard('{ArrowLeft}');
  expect(removeButton('Abandoned cart')).toHaveFocus();
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
  expect(removeButton('VIP')).toHaveFocus();
  await userEvent.keyboard('{End}');
  expect(removeButton('Abandoned cart')).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  expect(field).toHaveFocus();
});

test('keeps the focus near when a colleague removes the tag it is on', async () => {
  const adapter = anAdapter([vip, spring]);
  renderPart(<TagPicker />, adapter);
  await screen.findByText('VIP');
  removeButton('VIP').focus();
  act(() => void adapter.control.actAs('Bruno').removeTag(marina, 'vip'));
  await waitFor(() => expect(removeButton('Spring 2025')).toHaveFocus());
});

test('creates a tag and assigns it', async () => {
  const adapter = anAdapter([]);
  renderPart(<TagPicker />, adapter);
  await open();
  await userEvent.keyboard('Bride');
  await userEvent.click(await option('Create “Bride”'));
  expect(chipNames()).toEqual(['Bride']);
  expect(await input()).toHaveValue('');
  await waitFor(() => expect(tagsOf(adapter)).toEqual(['Bride']));
  await waitFor(() => expect(screen.getByRole('listitem')).not.toHaveAttribute('data-pending'));
  expect(callsOf(adapter, 'createTag')).toHaveLength(1);
});

test('offers no new tag where there is one of that name, but for case and accents', async () => {
  renderPart(<TagPicker />, anAdapter([]));
  await open();
  await userEvent.keyboard('réfund');
  await option('Refund');
  expect(screen.queryByRole('option', { name: /Create/ })).toBeNull();
});

test('offers no new tag where the backend creates none', async () => {
  const adapter = createMemoryAdapter({ subscribers: [aSubscriber()], tags: [vip], omit: ['createTag'] });
  renderPart(<TagPicker />, adapter);
  await userEvent.click(await input());
  await userEvent.keyboard('Bride');
  expect(await screen.findByText('No tag matches “Bride”')).toBeVisible();
  expect(screen.queryByRole('option', { name: /Create/ })).toBeNull();
});

test('asks the server once for the last word typed, and shows only its answer', async () => {
  const many = Array.from({ length: 60 }, (_, place) => aTag({ id: `t${place}`, name: `Tag ${place}` }));
  const adapter = anAdapter([], {
    tags: [...many, vip],
    wholeVocabulary: false,
    pageSize: 20,
    delay: (method) => (method === 'searchTags' ? 60 : 0),
  });
  const asked: string[] = [];
  const aborted: string[] = [];
  const search = adapter.searchTags.bind(adapter);
  adapter.searchTags = (query, page, context) => {
    asked.push(query);
    context.signal.addEventListener('abort', () => aborted.push(query));
    return search(query, page, context);
  };
  renderPart(<TagPicker />, adapter);
  await open();
  await waitFor(() => expect(screen.getAllByRole('option').length).toBeGreaterThan(5));
  await userEvent.keyboard('Tag 5');
  await waitFor(() => expect(asked).toEqual(['', 'Tag 5']));
  // While this one is on its way, another word.
  await userEvent.keyboard('9');
  await waitFor(() =>
    expect(screen.getAllByRole('option').map((row) => row.textContent)).toEqual(['Tag 59']),
  );
  expect(asked).toEqual(['', 'Tag 5', 'Tag 59']);
  expect(aborted).not.toContain('Tag 59');
});

test('says that the vocabulary could not be read, and reads it with the next opening', async () => {
  const adapter = anAdapter([]);
  adapter.control.setFail((method) =>
    method === 'searchTags' ? new AdapterError('forbidden', 'no') : undefined,
  );
  renderPart(<TagPicker />, adapter);
  await open();
  expect(await screen.findByText('Could not load the tags.')).toBeVisible();
  adapter.control.setFail(undefined);
  await userEvent.keyboard('{Escape}{ArrowDown}');
  expect(await option('VIP')).toBeVisible();
});

test('keeps a tag that could not be saved, with its reason, and saves it on Retry', async () => {
  const adapter = anAdapter([]);
  adapter.control.failNext('addTag', new AdapterError('forbidden', 'no', { reason: 'Only managers tag.' }));
  renderPart(<TagPicker />, adapter);
  await open();
  await userEvent.click(await option('VIP'));
  await userEvent.keyboard('{Escape}');
  const note = await screen.findByRole('group', { name: 'VIP' });
  expect(note).toHaveTextContent('Only managers tag.');
  expect(screen.getByRole('listitem')).toHaveAttribute('data-failed');
  expect(tagsOf(adapter)).toEqual([]);
  await userEvent.click(within(note).getByRole('button', { name: 'Retry' }));
  await waitFor(() => expect(tagsOf(adapter)).toEqual(['VIP']));
  await waitFor(() => expect(screen.getByRole('listitem')).not.toHaveAttribute('data-failed'));
});

test('forgets a tag that could not be saved on Discard', async () => {
  const adapter = anAdapter([cart]);
  adapter.control.failNext('addTag', new AdapterError('not-found', 'gone', { resource: 'tag' }));
  renderPart(<TagPicker />, adapter);
  await open();
  await userEvent.click(await option('VIP'));
  await userEvent.keyboard('{Escape}');
  await userEvent.click(await screen.findByRole('button', { name: 'Discard' }));
  expect(chipNames()).toEqual(['Abandoned cart']);
});

test('brings a tag back that could not be removed', async () => {
  const adapter = anAdapter([vip]);
  adapter.control.failNext('removeTag', new AdapterError('forbidden', 'no'));
  renderPart(<TagPicker />, adapter);
  await screen.findByText('VIP');
  await userEvent.click(removeButton('VIP'));
  await waitFor(() => expect(screen.getByRole('listitem')).toHaveAttribute('data-failed'));
  await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
  await waitFor(() => expect(chipNames()).toEqual([]));
  await waitFor(() => expect(tagsOf(adapter)).toEqual([]));
});

test('keeps in sight that a tag could not be removed which may never have been added', async () => {
  const adapter = anAdapter([]);
  adapter.control.failNext('addTag', new AdapterError('timeout', 'slow'));
  adapter.control.failNext('removeTag', new AdapterError('forbidden', 'no'));
  renderPart(<TagPicker />, adapter);
  await open();
  await userEvent.click(await option('VIP'));
  await userEvent.keyboard('{Escape}');
  await screen.findByRole('group', { name: 'VIP' });
  await userEvent.click(removeButton('VIP'));
  // It is sent after up to a second.
  const note = await screen.findByRole('group', { name: 'VIP' }, { timeout: 5000 });
  await userEvent.click(within(note).getByRole('button', { name: 'Retry' }));
  await waitFor(() => expect(chipNames()).toEqual([]));
  expect(callsOf(adapter, 'removeTag')).toHaveLength(2);
});

test.each(['timeout', 'unavailable', 'offline', 'unknown', 'rate-limited'] as const)(
  'keeps a tag in sight when the answer is %s',
  async (code) => {
    const adapter = anAdapter([]);
    adapter.control.setFail((method) => (method === 'addTag' ? new AdapterError(code, code) : undefined));
    renderPart(<TagPicker />, adapter);
    await open();
    await userEvent.click(await option('VIP'));
    expect(await screen.findByRole('group', { name: 'VIP' })).toBeVisible();
    expect(chipNames()).toEqual(['VIP']);
  },
);

test('cannot tell whether a tag was created: asks, and sends nothing by itself', async () => {
  const adapter = anAdapter([], { idempotent: false });
  adapter.control.failNext('createTag', new AdapterError('timeout', 'no answer'), { applied: true });
  renderPart(<TagPicker />, adapter);
  await open();
  await userEvent.keyboard('Bride');
  await userEvent.click(await option('Create “Bride”'));
  const note = await screen.findByRole('group', { name: 'Bride' });
  expect(note).toHaveTextContent('We could not tell whether it was saved.');
  expect(callsOf(adapter, 'createTag')).toHaveLength(1);
});

test('lets nobody remove a tag of which it is not known whether it was created', async () => {
  const adapter = anAdapter([]);
  const { subscribe: _, ...deaf } = adapter;
  adapter.control.failNext('createTag', new AdapterError('timeout', 'no answer'), { applied: true });
  renderPart(<TagPicker />, deaf);
  await open();
  await userEvent.keyboard('Bride');
  await userEvent.click(await option('Create “Bride”'));
  await screen.findByRole('group', { name: 'Bride' });
  expect(screen.queryByRole('button', { name: 'Remove tag Bride' })).toBeNull();
  expect(await screen.findByRole('button', { name: 'Remove tag Bride' }, { timeout: 10_000 })).toBeVisible();
  expect(screen.queryByRole('group', { name: 'Bride' })).toBeNull();
  await userEvent.click(removeButton('Bride'));
  await waitFor(() => expect(tagsOf(adapter)).toEqual([]));
});

test('shows a new tag once, though its event comes before its answer', async () => {
  const adapter = anAdapter([]);
  adapter.control.failNext('createTag', new AdapterError('timeout', 'no answer'), { applied: true });
  renderPart(<TagPicker />, adapter);
  await open();
  await userEvent.keyboard('Bride');
  await userEvent.click(await option('Create “Bride”'));
  await waitFor(() => expect(removeButton('Bride')).toBeVisible());
  expect(chipNames()).toEqual(['Bride']);
});

test('shows the tags without a field where the backend adds none', async () => {
  const adapter = createMemoryAdapter({
    subscribers: [aSubscriber({ tagging: { tags: [vip] } })],
    omit: ['addTag', 'removeTag'],
  });
  renderPart(<TagPicker />, adapter);
  await screen.findByText('VIP');
  expect(screen.queryByRole('combobox')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Remove tag VIP' })).toBeNull();
});

test('is read-only with the reason', async () => {
  renderPart(<TagPicker />, anAdapter([vip]), { readOnly: 'Your role may only read.' });
  expect(await screen.findByText('Read only: Your role may only read.')).toBeVisible();
  expect(screen.queryByRole('combobox')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Remove tag VIP' })).toBeNull();
});

test('sends a tag to the subscriber it was picked for, and forgets the search with them', async () => {
  const adapter = anAdapter([], { delay: (method) => (method === 'addTag' ? 80 : 0) });
  const { show } = renderPart(<TagPicker />, adapter);
  await open();
  await userEvent.click(await option('VIP'));
  await userEvent.keyboard('spr');
  show({ id: 'bea' });
  await waitFor(() => expect(screen.queryByText('VIP')).toBeNull());
  expect(await input()).toHaveValue('');
  await waitFor(() => expect(tagsOf(adapter)).toEqual(['VIP']));
  expect(adapter.control.server.subscriber({ id: 'bea' })?.tagging.tags).toEqual([]);
});

test('folds a long list of tags', async () => {
  const many = Array.from({ length: 45 }, (_, place) => aTag({ id: `t${place}`, name: `Tag ${place}` }));
  renderPart(<TagPicker />, anAdapter(many));
  await screen.findByText('Tag 0');
  expect(chipNames()).toHaveLength(12);
  const more = screen.getByRole('button', { name: 'Show 33 more tags' });
  expect(more).toHaveTextContent('+33');
  await userEvent.click(more);
  expect(chipNames()).toHaveLength(45);
  const fewer = screen.getByRole('button', { name: 'Show fewer tags' });
  expect(fewer).toHaveFocus();
  await userEvent.click(fewer);
  expect(chipNames()).toHaveLength(12);
});

test('folds nothing for one more', async () => {
  const many = Array.from({ length: 13 }, (_, place) => aTag({ id: `t${place}`, name: `Tag ${place}` }));
  renderPart(<TagPicker />, anAdapter(many));
  await screen.findByText('Tag 0');
  expect(chipNames()).toHaveLength(13);
  expect(screen.queryByRole('button', { name: 'Show fewer tags' })).toBeNull();
});

test('unfolds the list for a tag that is added, which stands last', async () => {
  const many = Array.from({ length: 20 }, (_, place) => aTag({ id: `t${place}`, name: `Tag ${place}` }));
  renderPart(<TagPicker />, anAdapter(many));
  await screen.findByText('Tag 0');
  await open();
  await userEvent.click(await option('VIP'));
  expect(chipNames()).toHaveLength(21);
  expect(chipNames().at(-1)).toBe('VIP');
});

test('speaks the language of the card', async () => {
  renderPart(<TagPicker />, anAdapter([vip]), { locale: ptBR });
  expect(await screen.findByRole('button', { name: 'Remover tag VIP' })).toBeInTheDocument();
});
