import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { createDemoData, createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import type { SubscriberRef } from '../../src/model/subscriber.ts';
import { renderPart } from '../support/renderPart.tsx';
import '../../src/styles/styles.css';

/** `LayoutShift` of the Layout Instability API, which TypeScript does not know. */
interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly { readonly node: Node | null }[];
}

const seen: LayoutShift[] = [];
const observer = new PerformanceObserver((list) => seen.push(...(list.getEntries() as LayoutShift[])));

beforeEach(async () => {
  await page.viewport(340, 900);
  observer.observe({ type: 'layout-shift' });
  return () => observer.disconnect();
});

/** How much has jumped since it was asked last. */
async function takeShift(): Promise<number> {
  await new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50))),
  );
  seen.push(...(observer.takeRecords() as LayoutShift[]));
  return seen.splice(0).reduce((sum, { value }) => sum + value, 0);
}

/** What the layout of the grey shapes and of what came in their place differs by, in pixels of the whole card. */
const height = () => screen.getByRole('complementary').getBoundingClientRect().height;

const marina: SubscriberRef = { id: 'marina', channel: 'instagram' };
const james: SubscriberRef = { id: 'james', channel: 'messenger' };
const dealOf = { marina: 'Wedding guest dress', james: 'Linen shirts, Lisbon' };

function open() {
  const adapter = createMemoryAdapter({ ...createDemoData(), delay: 30 });
  const view = renderPart(<SubscriberCard subscriber={marina} />, adapter);
  return {
    adapter,
    show: (subscriber: SubscriberRef) => view.show(null, <SubscriberCard subscriber={subscriber} />),
  };
}

test('almost nothing jumps when the first subscriber arrives, and nothing when one comes back', async () => {
  const { show } = open();
  await screen.findByText(dealOf.marina);
  expect(await takeShift()).toBeLessThanOrEqual(0.02);
  show(james);
  await screen.findByText(dealOf.james);
  expect(await takeShift()).toBeLessThanOrEqual(0.02);
  show(marina);
  expect(screen.getByText(dealOf.marina)).toBeVisible();
  expect(await takeShift()).toBe(0);
});

// Each the first of its app, whose counts nobody remembers yet.
test.each(createDemoData().subscribers.map(({ id, channel }) => [channel, id]))(
  'almost nothing jumps when the first of an app arrives: %s, %s',
  async (channel, id) => {
    renderPart(
      <SubscriberCard subscriber={{ id, channel }} />,
      createMemoryAdapter({ ...createDemoData(), delay: 30 }),
    );
    await waitFor(() => expect(document.querySelector('.sbc-skeleton, [aria-busy]')).toBeNull());
    expect(await takeShift()).toBeLessThanOrEqual(0.02);
  },
);

test('what loads is drawn as long as it was for who was shown last in that messaging app', async () => {
  const { show } = open();
  await screen.findByText(dealOf.marina);
  const shown = height();
  show(james);
  await screen.findByText(dealOf.james);
  // Of the same app, and never seen.
  show({ id: 'nobody', channel: 'instagram' });
  expect(screen.queryByText(dealOf.james)).toBeNull();
  expect(Math.abs(height() - shown) / shown).toBeLessThan(0.06);
});

test('a part that jumps is seen by this test', async () => {
  open();
  await screen.findByText(dealOf.marina);
  await takeShift();
  screen.getByRole('complementary').style.marginBlockStart = '100px';
  expect(await takeShift()).toBeGreaterThan(0.02);
});
