import { render, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import { SubscriberCardProvider } from '../../src/provider/SubscriberCardProvider.tsx';
import { aSubscriber, aVariable } from '../support/fixtures.ts';
import { listen, type Said } from './listen.ts';

// K6: what is said by itself. What each task says stands with the task, in keyboardTasks.

const ann = { id: 'ann' };
const labels = ['Plan', 'City', 'Size', 'Shoe', 'Hat'];

async function showAnn() {
  const adapter = createMemoryAdapter({
    subscribers: [
      aSubscriber({
        ...ann,
        name: 'Ann Lee',
        variables: [
          ...labels.map((label) => aVariable({ key: label, label, value: 'one' })),
          aVariable({ key: 'code', label: 'Door code', value: '4711', masked: true }),
        ],
      }),
    ],
  });
  render(
    <SubscriberCardProvider adapter={adapter} timeZone="UTC">
      <SubscriberCard subscriber={ann} />
    </SubscriberCardProvider>,
  );
  await screen.findByRole('heading', { name: 'Ann Lee' });
  return adapter;
}

const texts = (said: readonly Said[]) => said.map(({ text }) => text);
/** Longer than a burst takes to be said, and the pause after it. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 1300));

test('the region is there and empty before anything is said, and there is one for the card', async () => {
  await showAnn();
  const regions = document.querySelectorAll('[aria-live]');
  expect(regions).toHaveLength(1);
  expect(regions[0]).toHaveAttribute('aria-live', 'polite');
  expect(regions[0]).toBeEmptyDOMElement();
});

test('what a colleague changes at once is one message', async () => {
  const adapter = await showAnn();
  const said = listen();
  const bruno = adapter.control.actAs('Bruno');
  for (const label of labels.slice(0, 2)) bruno.setVariable(ann, label, 'two');
  await waitFor(() => expect(texts(said)).toEqual(['Bruno updated Plan Bruno updated City']));
  await quiet();
  for (const label of labels) bruno.setVariable(ann, label, 'three');
  await waitFor(() => expect(texts(said)).toHaveLength(2));
  expect(texts(said)[1]).toBe('5 fields updated');
  await quiet();
  expect(said).toHaveLength(2);
});

test('changes that come one after the other are said no more than once in a second', async () => {
  const adapter = await showAnn();
  const said = listen();
  const bruno = adapter.control.actAs('Bruno');
  const few = labels.slice(0, 4);
  for (const label of few) {
    bruno.setVariable(ann, label, 'two');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  await quiet();
  expect(said.length).toBeGreaterThan(1);
  for (const [place, { at }] of said.entries()) {
    if (place > 0) expect(at - (said[place - 1]?.at ?? 0)).toBeGreaterThan(990);
  }
  for (const label of few) expect(texts(said).join(' ').split(`updated ${label}`)).toHaveLength(2);
});

test('what is hidden is never said: not when it is saved, fails, is in conflict or changed elsewhere', async () => {
  const adapter = await showAnn();
  const said = listen();
  const edit = async (text: string) => {
    await userEvent.click(screen.getByRole('button', { name: 'Edit Door code' }));
    await userEvent.keyboard(text);
  };
  await edit('8501{Enter}');
  await waitFor(() => expect(texts(said).join(' ')).toContain('Door code saved'));
  adapter.control.failNext('setVariable', new AdapterError('unknown', 'Refused by the test.'));
  await edit('8502{Enter}');
  await userEvent.click(await screen.findByRole('button', { name: 'Discard' }));
  adapter.control.actAs('Bruno').setVariable(ann, 'code', '8503');
  await edit('8504');
  adapter.control.actAs('Bruno').setVariable(ann, 'code', '8505');
  await userEvent.click(await screen.findByRole('button', { name: 'Keep mine' }));
  await quiet();
  await quiet();
  const all = texts(said).join(' ');
  for (const part of ['Door code saved', 'Door code not saved', 'Bruno updated Door code', 'two changes']) {
    expect(all).toContain(part);
  }
  expect(all).not.toMatch(/4711|850/);
});
