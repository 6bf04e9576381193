import { screen } from '@testing-library/react';
import { createMemoryAdapter, type MemoryAdapterOptions } from '../../src/adapters/createMemoryAdapter.ts';
import type { DataAdapter } from '../../src/adapters/DataAdapter.ts';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import type { SubscriberRef } from '../../src/model/subscriber.ts';
import { aDeal, aMember, aPipeline, aSubscriber, aTag, aVariable } from '../support/fixtures.ts';
import { type PartOptions, renderPart } from '../support/renderPart.tsx';

export const ann = { id: 'ann', channel: 'telegram' } satisfies SubscriberRef;
export const bea = { id: 'bea', channel: 'telegram' } satisfies SubscriberRef;

/** Ann, who has a deal, and Bea, each with the same three variables. */
export function aBackend(options: MemoryAdapterOptions = {}) {
  const variables = [
    aVariable(),
    aVariable({ key: 'city', label: 'City', value: 'Recife' }),
    aVariable({ key: 'email', label: 'Email', type: 'email', value: 'a@b.co' }),
  ];
  return createMemoryAdapter({
    subscribers: [
      aSubscriber({ ...ann, name: 'Ann Lee', variables }),
      aSubscriber({ ...bea, name: 'Bea Stone', variables }),
    ],
    tags: [aTag()],
    pipelines: [aPipeline()],
    deals: { ann: [aDeal()] },
    members: [aMember()],
    ...options,
  });
}

/** The whole card beside a button of the host, showing Ann. `show` switches the conversation. */
export function renderCard(adapter: DataAdapter, options: PartOptions = {}) {
  const view = renderPart(<SubscriberCard subscriber={ann} />, adapter, options);
  return {
    ...view,
    show: (subscriber: SubscriberRef) => view.show(null, <SubscriberCard subscriber={subscriber} />),
  };
}

export const heading = (name: string) => screen.findByRole('heading', { name });
export const button = (name: string | RegExp) => screen.findByRole('button', { name });
/** What can be seen, apart from what a screen reader is told of it. */
const seen = { ignore: 'script, style, [aria-live]' };
export const findSeen = (text: string | RegExp) => screen.findByText(text, seen);
export const querySeen = (text: string | RegExp) => screen.queryByText(text, seen);
export const outside = () => screen.getByRole('button', { name: 'outside' });
