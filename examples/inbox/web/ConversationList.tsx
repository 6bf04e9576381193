import { useDeferredValue } from 'react';
import { useUnsavedChanges } from 'subscriber-card/headless';
import { ConversationLink } from './ConversationLink.tsx';
import { useTexts } from './texts.ts';
import { useMinute } from './time.ts';
import type { Inbox } from './useInbox.ts';

export interface ConversationListProps {
  readonly inbox: Inbox;
  readonly openId: string | null;
  readonly query: string;
}

/** The conversations whose name has what is searched for. */
export function ConversationList({ inbox, openId, query }: ConversationListProps) {
  const { list, retry } = useTexts();
  const now = useMinute();
  const wanted = fold(useDeferredValue(query));
  const { conversations } = inbox;
  const unsaved = new Set(useUnsavedChanges().map(({ subscriber }) => subscriber.id));
  const found = conversations?.filter(({ name }) => fold(name).includes(wanted));
  return (
    <nav aria-label={list.label} className="conversations" aria-busy={!conversations || undefined}>
      {!conversations && inbox.failed.has('list') && (
        <div role="alert" className="state">
          <p>{list.failed}</p>
          <button type="button" className="button" onClick={inbox.reload}>
            {retry}
          </button>
        </div>
      )}
      {found?.length === 0 && <p className="state">{list.noMatch}</p>}
      <ul>
        {found?.map((conversation) => (
          <li key={conversation.id}>
            <ConversationLink
              conversation={conversation}
              isOpen={conversation.id === openId}
              isUnsaved={unsaved.has(conversation.subscriberId)}
              now={now}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Found without accents and in any case. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim();
}
