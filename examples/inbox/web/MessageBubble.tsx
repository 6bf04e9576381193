import { memo } from 'react';
import { AdCampaignReply } from 'subscriber-card';
import type { Message } from './createApi.ts';
import { Icon } from './Icon.tsx';
import { useTexts } from './texts.ts';
import { formatTime } from './time.ts';

export interface MessageBubbleProps {
  readonly message: Message;
  /** Written by the operator who looks. */
  readonly isMine: boolean;
  /** The first and the last of what one person said in a row. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  onCapture(message: HTMLElement): void;
}

/** One message, below the ad that it answers. */
export const MessageBubble = memo(function MessageBubble(props: MessageBubbleProps) {
  const { message, isMine, isFirst, isLast, onCapture } = props;
  const { author, authorName, text, sentAt, campaign } = message;
  const { locale, capture, chat } = useTexts();
  const fromThem = author === 'subscriber';
  return (
    <article className="message" data-author={author} data-first={isFirst || undefined}>
      {isFirst && author === 'bot' && (
        <p className="message-author">
          <Icon name="bot" />
          {chat.bot}
        </p>
      )}
      {isFirst && authorName && !isMine && (
        <p className="message-author">
          <bdi>{authorName}</bdi>
        </p>
      )}
      {campaign && <AdCampaignReply campaign={campaign} className="message-ad" />}
      <div className="message-line">
        <p className="bubble" data-capture={fromThem || undefined}>
          <span dir="auto">{text}</span>
        </p>
        {fromThem && (
          <button
            type="button"
            className="icon-button message-save"
            aria-label={capture.saveFrom}
            title={capture.saveFrom}
            onClick={({ currentTarget }) => {
              const bubble = currentTarget.previousElementSibling;
              if (bubble instanceof HTMLElement) onCapture(bubble);
            }}
          >
            <Icon name="bookmark" />
          </button>
        )}
      </div>
      {isLast && (
        <time className="message-time" dateTime={sentAt}>
          {formatTime(sentAt, locale)}
        </time>
      )}
    </article>
  );
});
