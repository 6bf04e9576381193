import { useState } from 'react';
import { SubscriberCard } from '../../../src/components/SubscriberCard.tsx';
import { SubscriberProvider } from '../../../src/provider/SubscriberProvider.tsx';
import { ChatPane } from './ChatPane.tsx';
import { ConversationList } from './ConversationList.tsx';
import { conversations } from './conversations.ts';
import './inbox.css';

/** A host: who writes, what they say, and whose card stands beside it. */
export function Inbox({ cardWidth }: { readonly cardWidth: number }) {
  const [id, setId] = useState(conversations[0].subscriber.id);
  const conversation = conversations.find(({ subscriber }) => subscriber.id === id) ?? conversations[0];
  return (
    <div className="inbox">
      <ConversationList conversations={conversations} chosen={id} onChoose={setId} />
      <SubscriberProvider subscriber={conversation.subscriber}>
        <ChatPane key={id} conversation={conversation} />
      </SubscriberProvider>
      <div className="inbox-card" style={{ inlineSize: cardWidth }}>
        <SubscriberCard subscriber={conversation.subscriber} />
      </div>
    </div>
  );
}
