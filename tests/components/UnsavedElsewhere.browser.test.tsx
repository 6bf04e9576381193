import { act, render, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import { toFieldId } from '../../src/model/field.ts';
import type { SubscriberRef } from '../../src/model/subscriber.ts';
import { SubscriberCardProvider } from '../../src/provider/SubscriberCardProvider.tsx';
import { createCardClient } from '../../src/store/createCardClient.ts';
import { announcements } from '../support/announcements.ts';
import { aSubscriber, aVariable } from '../support/fixtures.ts';

interface Person {
  readonly id: 'ann' | 'bea' | 'cem' | 'dan';
  readonly channel: string;
}

const [ann, bea, cem, dan] = (['ann', 'bea', 'cem', 'dan'] as const).map((id) => ({
  id,
  channel: 'telegram',
})) as [Person, Person, Person, Person];
const people = [ann, bea, cem, dan];
const names = { ann: 'Ann Lee', bea: 'Bea Stone', cem: '\u202Eأنا', dan: '' };
const variables = [aVariable(), aVariable({ key: 'city', label: 'City' })];

/** Four people, of whom one is shown; what is asked for the others fails. */
async function open(onOpenSubscriber?: (ref: SubscriberRef) => void, ...shown: readonly Person[]) {
  const subscribers = people.map((ref) => aSubscriber({ ...ref, name: names[ref.id], variables }));
  const adapter = createMemoryAdapter({ subscribers });
  const client = createCardClient({ adapter, initialData: subscribers });
  const cards = (refs: readonly Person[]) => (
    <SubscriberCardProvider client={client} onOpenSubscriber={onOpenSubscriber}>
      {refs.map((ref, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a card shows one after the other
        <SubscriberCard key={place} subscriber={ref} sections={['header', 'variables']} />
      ))}
    </SubscriberCardProvider>
  );
  const view = render(cards(shown.length > 0 ? shown : [dan]));
  await screen.findAllByRole('button', { name: 'Edit Plan' });
  return {
    adapter,
    show: (...refs: readonly Person[]) => view.rerender(cards(refs)),
    async fail(ref: Person, key = 'plan') {
      adapter.control.failNext('setVariable', new AdapterError('unknown', 'boom'));
      await act(async () =>
        client.getCard(ref).store.mutate(new Map([[toFieldId({ kind: 'variable', key }), 'pro']])),
      );
    },
    retry: (ref: Person) => act(async () => client.getCard(ref).store.retry('variable:plan')),
  };
}

const bars = () => [...document.querySelectorAll('.sbc-bar-text')].map((bar) => bar.textContent);

test('names who it is, and what was not saved', async () => {
  const { fail } = await open();
  await fail(ann);
  await waitFor(() => expect(bars()).toEqual(['Not saved for Ann Lee: Plan ']));
  await fail(ann, 'city');
  await waitFor(() => expect(bars()).toEqual(['Not saved for Ann Lee: City and Plan ']));
  expect(screen.queryByRole('button', { name: /^Open/ })).toBeNull();
});

test('keeps a name from reordering the sentence, and finds a word for one that cannot be seen', async () => {
  const { fail, show } = await open();
  await fail(cem);
  expect(await screen.findByText(names.cem, { selector: 'bdi' })).toBeVisible();
  await fail(dan);
  show(ann);
  await waitFor(() => expect(bars()).toEqual(['Not saved for (no name): Plan and 1 more']));
});

test('opens them, where the host can, and is gone then', async () => {
  const onOpenSubscriber = vi.fn();
  const { fail, show } = await open(onOpenSubscriber);
  await fail(ann);
  await userEvent.click(await screen.findByRole('button', { name: 'Open Ann Lee' }));
  expect(onOpenSubscriber).toHaveBeenCalledWith(expect.objectContaining(ann));
  show(ann);
  await screen.findByText('Not saved: Something went wrong.');
  expect(bars()).toEqual([]);
});

test('tells of the latest first, and of the others when asked', async () => {
  const { fail, retry } = await open();
  for (const ref of [ann, bea, cem]) await fail(ref);
  await waitFor(() => expect(bars()).toHaveLength(1));
  expect(bars()[0]).toContain('أنا');
  await userEvent.click(screen.getByRole('button', { name: 'and 2 more' }));
  expect(bars().map((text) => /Ann|Bea/.exec(text ?? '')?.[0])).toEqual([undefined, 'Bea', 'Ann']);
  await retry(cem);
  await waitFor(() => expect(bars()).toHaveLength(2));
  expect(bars()[0]).toContain('Bea');
});

test('is hidden by Dismiss until something else fails, and gives nothing up', async () => {
  const { fail, show, adapter, retry } = await open();
  await fail(ann);
  (await screen.findByRole('button', { name: 'Dismiss' })).focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(bars()).toEqual([]));
  expect(screen.getByRole('complementary').contains(document.activeElement)).toBe(true);
  await fail(ann, 'city');
  await waitFor(() => expect(bars()).toEqual(['Not saved for Ann Lee: City ']));
  adapter.control.failNext('setVariable', new AdapterError('unknown', 'again'));
  await retry(ann);
  await waitFor(() => expect(bars()).toEqual(['Not saved for Ann Lee: Plan and City ']));
  show(ann);
  expect(await screen.findAllByText('pro')).toHaveLength(2);
});

test('says nothing of who is shown on another card', async () => {
  const { fail, show } = await open(undefined, dan, ann);
  await fail(ann);
  const [first] = screen.getAllByRole('complementary');
  expect(await screen.findByText('Not saved: Something went wrong.')).toBeVisible();
  expect(bars()).toEqual([]);
  show(dan);
  await waitFor(() => expect(first).toHaveTextContent('Not saved for Ann Lee: Plan'));
});

test('is said aloud once', async () => {
  const { fail, show } = await open();
  const said = announcements();
  await fail(ann);
  const count = () => said.filter((text) => text.includes('Not saved for Ann Lee: Plan')).length;
  await waitFor(() => expect(count()).toBe(1));
  show(bea);
  await screen.findByRole('heading', { name: 'Bea Stone' });
  await fail(cem);
  await waitFor(() => expect(said.some((text) => text.includes('أنا'))).toBe(true));
  expect(count()).toBe(1);
  expect(within(screen.getByRole('complementary')).queryAllByRole('alert')).toEqual([]);
});
