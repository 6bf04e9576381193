import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Announce, LiveRegion, useAnnounce } from '../../src/ui/LiveRegion.tsx';

let announce: Announce = () => {};

function Speaker() {
  announce = useAnnounce();
  return null;
}

const said: string[] = [];
let observer: MutationObserver;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  said.length = 0;
  render(
    <LiveRegion summary={(count) => `${count} changes`}>
      <Speaker />
    </LiveRegion>,
  );
  observer = new MutationObserver(() => said.push(screen.getByRole('status').textContent ?? ''));
  observer.observe(screen.getByRole('status'), { childList: true, characterData: true, subtree: true });
});

afterEach(() => {
  observer.disconnect();
  vi.useRealTimers();
});

const advance = (ms: number) => act(async () => vi.advanceTimersByTime(ms));

test('is there from the start, polite and empty', () => {
  expect(screen.getByRole('status')).toHaveAttribute('aria-live', 'polite');
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
});

test('says what comes together in one message, and each thing once', async () => {
  announce('Plan saved.');
  announce('City saved.');
  announce('Plan saved.');
  await advance(300);
  expect(said).toEqual(['City saved. Plan saved.']);
});

test('counts a burst instead of reading it', async () => {
  for (let index = 0; index < 5; index++) announce(`Field ${index} saved.`);
  await advance(300);
  expect(said).toEqual(['5 changes']);
});

test('says in full what is important, however much there is', async () => {
  for (let index = 0; index < 5; index++) announce(`Field ${index} saved.`);
  announce('Plan not saved.', undefined, true);
  await advance(300);
  expect(said).toEqual(['Plan not saved. 5 changes']);
});

test('says no more than one message a second', async () => {
  announce('One.');
  await advance(300);
  announce('Two.');
  await advance(500);
  announce('Three.');
  await advance(300);
  expect(said).toEqual(['One.']);
  await advance(1000);
  expect(said).toEqual(['One.', 'Two. Three.']);
});

test('says only the last word of a topic', async () => {
  announce('12 tags', 'found');
  announce('3 tags', 'found');
  await advance(300);
  expect(said).toEqual(['3 tags']);
});

test('says the same words again when they are true again', async () => {
  announce('Saved.');
  await advance(300);
  announce('Saved.');
  await advance(1300);
  expect(said).toHaveLength(2);
});
