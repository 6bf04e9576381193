import { type MouseEvent, useEffect, useRef } from 'react';
import { Avatar } from './Avatar.tsx';
import { ChannelMark } from './ChannelMark.tsx';
import { useClient } from './ClientContext.ts';
import type { Conversation } from './createApi.ts';
import { useTexts } from './texts.ts';
import { formatListTime } from './time.ts';
import { toSubscriberRef } from './toSubscriberRef.ts';
import { formatPlace, navigate } from './useAddress.ts';

export interface ConversationLinkProps {
  readonly conversation: Conversation;
  readonly isOpen: boolean;
  /** Something on the card is typed or changed and not saved. */
  readonly isUnsaved: boolean;
  readonly now: number;
}

/** A line of the list. Reads the card ahead while the pointer or the focus is on it. */
export function ConversationLink({ conversation, isOpen, isUnsaved, now }: ConversationLinkProps) {
  const texts = useTexts();
  const client = useClient();
  const { id, subscriberId, channel, name, avatarUrl, unread, lastMessage, lastMessageAt } = conversation;
  const place = { conversationId: id, isCardOpen: false };
  const prefetch = () => client.prefetch(toSubscriberRef(conversation));

  const ref = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isOpen) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);

  function open(event: MouseEvent<HTMLAnchorElement>) {
    // A new tab, a new window and a download stay the browser's.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(place);
  }

  return (
    <a
      ref={ref}
      href={formatPlace(place)}
      className="conversation"
      aria-current={isOpen ? 'page' : undefined}
      data-unread={unread > 0 || undefined}
      onClick={open}
      onPointerEnter={prefetch}
      onFocus={prefetch}
    >
      <Avatar id={subscriberId} name={name} src={avatarUrl}>
        <ChannelMark channel={channel} />
      </Avatar>
      <span className="conversation-name">
        <bdi>{name}</bdi>
        <span className="visually-hidden">{texts.channels.get(channel) ?? channel}</span>
        {isUnsaved && (
          <span className="conversation-unsaved" title={texts.list.unsavedHere}>
            <span className="visually-hidden">{texts.list.unsavedHere}</span>
          </span>
        )}
      </span>
      <time className="conversation-time" dateTime={lastMessageAt}>
        {formatListTime(lastMessageAt, texts, now)}
      </time>
      <span className="conversation-preview">{lastMessage && <Preview {...lastMessage} />}</span>
      {unread > 0 && (
        <span className="conversation-unread">
          <span aria-hidden="true">{unread}</span>
          <span className="visually-hidden">{texts.list.unread(unread)}</span>
        </span>
      )}
    </a>
  );
}

function Preview({ author, authorName, text }: NonNullable<Conversation['lastMessage']>) {
  const { list } = useTexts();
  const who = author === 'bot' ? list.bot : authorName?.split(' ')[0];
  return (
    <>
      {who && (
        <>
          <bdi>{who}</bdi>:{' '}
        </>
      )}
      <bdi>{text}</bdi>
    </>
  );
}
