import { waitFor } from '@testing-library/react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, test } from 'vitest';
import { createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import { SubscriberCardProvider } from '../../src/provider/SubscriberCardProvider.tsx';
import { createCardClient } from '../../src/store/createCardClient.ts';
import { aDeal, aPipeline, aSubscriber, aVariable } from '../support/fixtures.ts';
import { marina } from '../support/renderPart.tsx';
import '../../src/styles/styles.css';

const upTo = (count: number) => Array.from({ length: count }, (_, place) => place);
const subscriber = aSubscriber({
  variables: upTo(50).map((place) =>
    aVariable({ key: `v${place}`, label: `Field ${place}`, value: `${place}` }),
  ),
});
const deals = upTo(12).map((place) => aDeal({ id: `d${place}`, name: `Order ${place}` }));
const adapter = createMemoryAdapter({
  subscribers: [subscriber, { ...subscriber, id: 'bea', name: 'Bea' }],
  deals: { marina: deals },
  pipelines: [aPipeline()],
});

const card = (client = createCardClient({ adapter }), ref = marina) => (
  <SubscriberCardProvider client={client}>
    <SubscriberCard subscriber={ref} />
  </SubscriberCardProvider>
);
const rowsIn = (place: HTMLElement) => place.querySelectorAll('.sbc-row').length;
const dealsIn = (place: HTMLElement) => place.querySelectorAll('.sbc-deal').length;

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean | undefined;
}
const isActing = globalThis.IS_REACT_ACT_ENVIRONMENT;
afterEach(() => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = isActing;
  document.body.replaceChildren();
});

/** A card of somebody who was read before, as the browser first paints it. */
async function firstPaint() {
  // As in a host's page: nothing waits for what React does later.
  globalThis.IS_REACT_ACT_ENVIRONMENT = false;
  const client = createCardClient({ adapter });
  const first = document.body.appendChild(document.createElement('div'));
  const reading = createRoot(first);
  reading.render(card(client));
  await waitFor(() => expect(dealsIn(first)).toBe(12));
  reading.unmount();
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  flushSync(() => root.render(card(client)));
  return { place, root, client };
}

test('what is in sight is drawn first, and the rest a moment later', async () => {
  const { place, root } = await firstPaint();
  expect(rowsIn(place)).toBe(20);
  expect(dealsIn(place)).toBe(8);
  await waitFor(() => expect(rowsIn(place)).toBe(50));
  await waitFor(() => expect(dealsIn(place)).toBe(12));
  root.unmount();
});

test('nothing moves when the rest comes', async () => {
  const { place, root } = await firstPaint();
  const top = () => Math.round(place.querySelector('.sbc-crm')?.getBoundingClientRect().top ?? 0);
  const before = top();
  await waitFor(() => expect(rowsIn(place)).toBe(50));
  expect(Math.abs(top() - before)).toBeLessThanOrEqual(2);
  root.unmount();
});

test('who was read before is there in one frame', async () => {
  const { place, root, client } = await firstPaint();
  await client.prefetch({ id: 'bea' });
  flushSync(() => root.render(card(client, { id: 'bea' })));
  expect(place.querySelector('h2')).toHaveTextContent('Bea');
  expect(rowsIn(place)).toBe(20);
  root.unmount();
});

test('a server draws all of it at once', () => {
  const text = renderToString(card(createCardClient({ adapter, initialData: [subscriber] })));
  expect(text.match(/class="sbc-editable sbc-row"/g)).toHaveLength(50);
});
