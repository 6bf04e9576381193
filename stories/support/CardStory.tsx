import type { ReactNode } from 'react';
import type { DataAdapter } from '../../src/adapters/DataAdapter.ts';
import type { SubscriberRef } from '../../src/model/subscriber.ts';
import {
  SubscriberCardProvider,
  type SubscriberCardProviderProps,
} from '../../src/provider/SubscriberCardProvider.tsx';
import { SubscriberProvider } from '../../src/provider/SubscriberProvider.tsx';
import { useStoryGlobals } from './StoryFrame.tsx';

export interface CardStoryProps extends Omit<SubscriberCardProviderProps, 'adapter' | 'client'> {
  readonly adapter: DataAdapter;
  readonly subscriber: SubscriberRef | null;
  readonly children: ReactNode;
}

/** What a host puts around the parts, in the theme and the language of the toolbar. */
export function CardStory({ subscriber, children, ...props }: CardStoryProps) {
  return (
    <SubscriberCardProvider {...useStoryGlobals()} timeZone="America/Sao_Paulo" {...props}>
      <SubscriberProvider subscriber={subscriber}>{children}</SubscriberProvider>
    </SubscriberCardProvider>
  );
}
