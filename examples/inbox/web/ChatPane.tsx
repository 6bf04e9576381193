import { useRef } from 'react';
import { Avatar } from './Avatar.tsx';
import { CaptureToolbar } from './CaptureToolbar.tsx';
import { ChannelMark } from './ChannelMark.tsx';
import { Composer } from './Composer.tsx';
import type { Conversation } from './createApi.ts';
import type { MessageDrafts } from './createMessageDrafts.ts';
import { Icon } from './Icon.tsx';
import { MessageList } from './MessageList.tsx';
import { useTexts } from './texts.ts';
import { toSubscriberRef } from './toSubscriberRef.ts';
import { goBack, navigate } from './useAddress.ts';
import { useCaptureSource } from './useCaptureSource.ts';
import type { Inbox } from './useInbox.ts';

export interface ChatPaneProps {
  readonly inbox: Inbox;
  /** `null` until known, and where there is none. */
  readonly conversation: Conversation | null;
  /** The address names a conversation that is not ours. */
  readonly isMissing: boolean;
  readonly operatorName: string;
  readonly drafts: MessageDrafts;
}

/** What was said, and what to say next. */
export function ChatPane({ inbox, conversation, isMissing, operatorName, drafts }: ChatPaneProps) {
  const { chat, connection } = useTexts();
  const messagesRef = useRef<HTMLDivElement>(null);
  const capture = useCaptureSource(messagesRef);
  if (isMissing) {
    return (
      <div className="state">
        <h2>{chat.missing}</h2>
        <p>{chat.missingHint}</p>
      </div>
    );
  }
  if (!conversation) {
    // Without the list nobody knows whose chat this is. The list says so itself, and is tried again by itself.
    const isWaiting = inbox.conversations === null;
    return <p className="state">{isWaiting ? inbox.failed.has('list') && connection.lost : chat.none}</p>;
  }
  return (
    <>
      <ChatHeader conversation={conversation} />
      <MessageList
        ref={messagesRef}
        inbox={inbox}
        conversation={conversation}
        operatorName={operatorName}
        onCapture={capture.choose}
      />
      {capture.source && (
        <CaptureToolbar
          subscriber={toSubscriberRef(conversation)}
          source={capture.source}
          onClose={capture.clear}
        />
      )}
      <Composer
        name={conversation.name}
        draft={drafts.get(conversation.id)}
        onDraftChange={(text) => drafts.set(conversation.id, text)}
        onSend={(text) => inbox.send({ conversationId: conversation.id, text })}
      />
    </>
  );
}

function ChatHeader({ conversation }: { readonly conversation: Conversation }) {
  const { chat, channels } = useTexts();
  const { id, subscriberId, name, avatarUrl, channel } = conversation;
  return (
    <header className="chat-header">
      <button
        type="button"
        className="icon-button on-phone"
        aria-label={chat.back}
        onClick={() => goBack({ conversationId: null, isCardOpen: false })}
      >
        <Icon name="back" />
      </button>
      <Avatar id={subscriberId} name={name} src={avatarUrl}>
        <ChannelMark channel={channel} />
      </Avatar>
      <div className="chat-who">
        <h2>
          <bdi>{name}</bdi>
        </h2>
        <p>{channels.get(channel) ?? channel}</p>
      </div>
      <button
        type="button"
        className="button on-phone"
        onClick={() => navigate({ conversationId: id, isCardOpen: true })}
      >
        <Icon name="details" />
        {chat.details}
      </button>
    </header>
  );
}
