import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { DataAdapter } from '../../src/adapters/DataAdapter.ts';
import type { SubscriberRef } from '../../src/model/subscriber.ts';
import { SubscriberCardProvider } from '../../src/provider/SubscriberCardProvider.tsx';
import { SubscriberProvider } from '../../src/provider/SubscriberProvider.tsx';
import { type CardClient, createCardClient } from '../../src/store/createCardClient.ts';

export const marina: SubscriberRef = { id: 'marina', channel: 'instagram' };
export const olena: SubscriberRef = { id: 'olena', channel: 'telegram' };

/** A hook of a host, for Marina. `show` switches the conversation. */
export function renderCardHook<Result>(
  hook: () => Result,
  adapter: DataAdapter,
  client: CardClient = createCardClient({ adapter }),
) {
  let shown: SubscriberRef | null = marina;
  const wrapper = ({ children }: { children: ReactNode }) => (
    <SubscriberCardProvider client={client} timeZone="UTC">
      <SubscriberProvider subscriber={shown}>{children}</SubscriberProvider>
    </SubscriberCardProvider>
  );
  const view = renderHook(hook, { wrapper });
  return {
    ...view,
    client,
    show(next: SubscriberRef | null) {
      shown = next;
      view.rerender();
    },
  };
}

/** What a verb returns. */
export function doing<Result>(verb: () => Result): Result {
  let result: { readonly value: Result } | undefined;
  act(() => {
    result = { value: verb() };
  });
  if (!result) throw new Error('It was not done.');
  return result.value;
}
