import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import { useVariables } from '../../src/hooks/useVariables.ts';
import { SubscriberCardProvider } from '../../src/provider/SubscriberCardProvider.tsx';
import { SubscriberProvider } from '../../src/provider/SubscriberProvider.tsx';
import { createCardClient } from '../../src/store/createCardClient.ts';
import { aCampaign, aSubscriber, aTag, aVariable } from '../support/fixtures.ts';

// This file runs without a window, as a server does.

const marina = { id: 'marina', channel: 'instagram' };

function Count() {
  const { status, variables } = useVariables();
  return `${status}: ${variables.length}`;
}

function draw(initialData = [aSubscriber()]) {
  const adapter = createMemoryAdapter({ subscribers: [aSubscriber()] });
  const html = renderToString(
    <SubscriberCardProvider adapter={adapter} initialData={initialData} timeZone="UTC">
      <SubscriberCard subscriber={marina} />
    </SubscriberCardProvider>,
  );
  return { adapter, html };
}

test('there is no window here', () => {
  expect([typeof window, typeof document]).toEqual(['undefined', 'undefined']);
});

test('a server draws who is known, reads nothing and says nothing in the console', () => {
  const log = vi.spyOn(console, 'error');
  const { adapter, html } = draw();
  expect(html).toContain('Marina Oliveira');
  expect(adapter.control.calls).toEqual([]);
  expect(log).not.toHaveBeenCalled();
});

test('a server draws the places of what is not known yet', () => {
  const { html } = draw([]);
  expect(html).toContain('data-status="loading"');
  expect(html).not.toContain('Marina');
});

test('a server says when, and not how long ago: it is read later', () => {
  const { html } = draw([
    aSubscriber({ subscription: { status: 'active', lastActivityAt: new Date().toISOString() } }),
  ]);
  expect(html).toContain(String(new Date().getUTCFullYear()));
  expect(html).not.toMatch(/\bago\b|just now|>now</i);
});

test('a server draws no style attribute, which a strict Content-Security-Policy refuses', () => {
  const variables = Array.from({ length: 1000 }, (_, place) =>
    aVariable({ key: `key-${place}`, label: `${place}` }),
  );
  const tags = [
    aTag({ color: '#ff0000' }),
    aTag({ id: 'hostile', color: 'red;background:url(https://evil.test)' }),
  ];
  const { html } = draw([aSubscriber({ variables, tagging: { tags }, campaigns: [aCampaign()] })]);
  expect(html).toContain('VIP');
  expect(html).not.toMatch(/ style=|<style|<script|evil/);
});

test('a hook says on the server what the initial data says', () => {
  const client = createCardClient({
    adapter: createMemoryAdapter(),
    initialData: [aSubscriber({ variables: [aVariable()] })],
  });
  const html = renderToString(
    <SubscriberCardProvider client={client}>
      <SubscriberProvider subscriber={marina}>
        <Count />
      </SubscriberProvider>
    </SubscriberCardProvider>,
  );
  expect(html).toBe('ready: 1');
});
