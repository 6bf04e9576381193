import { ChannelIcon } from '../../../src/ui/ChannelIcon.tsx';
import type { Conversation } from './conversations.ts';
import { toClock } from './toClock.ts';

export interface ConversationListProps {
  readonly conversations: readonly Conversation[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

export function ConversationList({ conversations, chosen, onChoose }: ConversationListProps) {
  return (
    <nav className="inbox-list" aria-label="Conversations">
      <h3>Inbox</h3>
      <ul>
        {conversations.map(({ subscriber, name, app, lang, messages, isUnread }) => {
          const last = messages.at(-1) ?? messages[0];
          return (
            <li key={subscriber.id}>
              <button
                type="button"
                aria-current={subscriber.id === chosen || undefined}
                onClick={() => onChoose(subscriber.id)}
              >
                <span className="inbox-name">
                  <bdi>{name}</bdi>
                </span>
                <time>{toClock(last.ago)}</time>
                <span className="inbox-preview">
                  <ChannelIcon channel={subscriber.channel} />
                  <span className="story-heading">{app}</span>
                  <bdi lang={lang}>{last.text}</bdi>
                </span>
                {isUnread && subscriber.id !== chosen && <span className="inbox-unread">New</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
