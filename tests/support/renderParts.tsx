import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import {
  createMemoryAdapter,
  type MemoryAdapter,
  type MemoryAdapterOptions,
} from '../../src/adapters/createMemoryAdapter.ts';
import type { Subscriber } from '../../src/model/subscriber.ts';
import {
  SubscriberCardProvider,
  type SubscriberCardProviderProps,
} from '../../src/provider/SubscriberCardProvider.tsx';
import { SubscriberProvider } from '../../src/provider/SubscriberProvider.tsx';
import { aSubscriber } from './fixtures.ts';

/** Draws parts for one subscriber over a memory adapter that knows only them, in English and UTC. */
export function renderParts(
  parts: ReactNode,
  given: Partial<Subscriber> = {},
  {
    options,
    ...props
  }: SubscriberCardProviderProps & { readonly options?: MemoryAdapterOptions | undefined } = {},
) {
  const subscriber = aSubscriber(given);
  const adapter: MemoryAdapter = createMemoryAdapter({ subscribers: [subscriber], ...options });
  const view = render(
    <SubscriberCardProvider adapter={adapter} timeZone="UTC" {...props}>
      <SubscriberProvider subscriber={{ id: subscriber.id, channel: subscriber.channel }}>
        {parts}
      </SubscriberProvider>
    </SubscriberCardProvider>,
  );
  return { ...view, adapter, subscriber };
}
