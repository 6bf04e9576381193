import { type RenderResult, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { DataAdapter } from '../../src/adapters/DataAdapter.ts';
import type { SubscriberRef } from '../../src/model/subscriber.ts';
import {
  SubscriberCardProvider,
  type SubscriberCardProviderProps,
} from '../../src/provider/SubscriberCardProvider.tsx';
import { SubscriberProvider } from '../../src/provider/SubscriberProvider.tsx';

export interface PartOptions extends Omit<SubscriberCardProviderProps, 'children' | 'adapter'> {
  readonly subscriber?: SubscriberRef | null | undefined;
  /** As wide as a column beside a chat. */
  readonly width?: number | undefined;
}

export const marina: SubscriberRef = { id: 'marina' };

/** Draws a part of the card alone, as a host would. `show` changes who is shown, as switching conversation does. */
export function renderPart(
  part: ReactNode,
  adapter: DataAdapter,
  options: PartOptions = {},
): RenderResult & { readonly show: (subscriber: SubscriberRef | null, other?: ReactNode) => void } {
  const { subscriber = marina, width = 340, ...props } = options;
  const tree = (shown: SubscriberRef | null, inside: ReactNode) => (
    <SubscriberCardProvider adapter={adapter} timeZone="UTC" {...props}>
      <div style={{ inlineSize: width }}>
        <SubscriberProvider subscriber={shown}>{inside}</SubscriberProvider>
        <button type="button">outside</button>
      </div>
    </SubscriberCardProvider>
  );
  const result = render(tree(subscriber, part));
  return { ...result, show: (shown, other = part) => result.rerender(tree(shown, other)) };
}
