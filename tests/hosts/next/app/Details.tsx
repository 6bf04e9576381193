'use client';
import { useState } from 'react';
import { type Subscriber, SubscriberCard, SubscriberCardProvider } from 'subscriber-card';
import { createDemoData, createMemoryAdapter } from 'subscriber-card/adapters/memory';

/** What a server component has read is there in the first markup, and is read again in the browser. */
export function Details({ subscriber }: { readonly subscriber: Subscriber }) {
  const [adapter] = useState(() => createMemoryAdapter(createDemoData()));
  const { id, channel } = subscriber;
  return (
    <SubscriberCardProvider adapter={adapter} initialData={[subscriber]} timeZone="UTC">
      <SubscriberCard subscriber={{ id, channel }} />
    </SubscriberCardProvider>
  );
}
