import { act, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import { en } from '../../src/i18n/en.ts';
import { SubscriberCardProvider } from '../../src/provider/SubscriberCardProvider.tsx';
import type { Direction } from '../../src/ui/UiContext.tsx';
import {
  aCampaign,
  aContact,
  aDeal,
  aMember,
  aPipeline,
  aSubscriber,
  aTag,
  aVariable,
} from '../support/fixtures.ts';

export const ann = { id: 'ann', channel: 'telegram' } as const;
export const bea = { id: 'bea', channel: 'telegram' } as const;
export const club = { id: 'club', channel: 'telegram' } as const;

const conversations = { Ann: ann, Bea: bea, Club: club };

export const adUrl = 'https://ads.example/spring';
export const dealUrl = 'https://crm.example/deals/1';
export const inviteUrl = 'https://t.me/+invite';

/** Ann has something of everything, Bea no contact, and Club is a group. */
export function createBackend() {
  const variables = [
    aVariable(),
    aVariable({ key: 'email', label: 'Email', type: 'email', value: 'ann@example.com' }),
    aVariable({ key: 'code', label: 'Door code', value: '4711', masked: true }),
  ];
  return createMemoryAdapter({
    subscribers: [
      aSubscriber({
        ...ann,
        name: 'Ann Lee',
        username: 'ann.lee',
        variables,
        tagging: { tags: [aTag({ id: 'retail', name: 'Retail' }), aTag()] },
        campaigns: [aCampaign({ url: adUrl })],
      }),
      aSubscriber({ ...bea, name: 'Bea Stone', username: null, variables: [aVariable()] }),
      aSubscriber({
        ...club,
        kind: 'group',
        name: 'Book club',
        username: null,
        group: { memberCount: 12, shareLink: 'https://t.me/club', inviteLink: { url: inviteUrl } },
      }),
    ],
    tags: [aTag(), aTag({ id: 'retail', name: 'Retail' }), aTag({ id: 'spring', name: 'Spring' })],
    pipelines: [aPipeline()],
    deals: { ann: [aDeal({ url: dealUrl })] },
    contacts: { ann: aContact({ emails: [{ id: 'e1', value: 'ann@example.com', primary: true }] }) },
    members: [aMember()],
  });
}

export interface ChatOptions {
  readonly dir?: Direction | undefined;
  readonly width?: number | undefined;
}

/** A host: a message that is being written, the conversations, and the card of the one that is open. */
export function openChat(
  backend: ReturnType<typeof createBackend>,
  { dir = 'ltr', width }: ChatOptions = {},
) {
  const followed: string[] = [];
  render(
    <main dir={dir}>
      <SubscriberCardProvider
        adapter={backend}
        locale={{ ...en, dir }}
        timeZone="UTC"
        theme="light"
        onNavigate={(url, event) => {
          event.preventDefault();
          followed.push(url);
        }}
      >
        <Chat width={width} />
      </SubscriberCardProvider>
    </main>,
  );
  act(() => screen.getByRole('textbox', { name: 'Message' }).focus());
  return {
    /** The links that were followed. */
    followed: followed as readonly string[],
  };
}

function Chat({ width = 340 }: { readonly width?: number | undefined }) {
  const [open, setOpen] = useState<keyof typeof conversations>('Ann');
  return (
    <>
      <h1>Chat</h1>
      <textarea aria-label="Message" />
      {(['Ann', 'Bea', 'Club'] as const).map((name) => (
        <button key={name} type="button" onClick={() => setOpen(name)}>
          {name}
        </button>
      ))}
      <div style={{ inlineSize: width }}>
        <SubscriberCard subscriber={conversations[open]} />
      </div>
      <button type="button">After</button>
    </>
  );
}
