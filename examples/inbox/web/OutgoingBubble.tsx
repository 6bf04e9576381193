import type { OutgoingMessage } from './inboxState.ts';
import { useTexts } from './texts.ts';

export interface OutgoingBubbleProps {
  readonly outgoing: OutgoingMessage;
  onRetry(): void;
}

/** What was sent and is not confirmed. */
export function OutgoingBubble({ outgoing, onRetry }: OutgoingBubbleProps) {
  const { text, status } = outgoing;
  const { chat, retry } = useTexts();
  return (
    <article className="message" data-author="operator" data-status={status} data-first>
      <div className="message-line">
        <p className="bubble">
          <span dir="auto">{text}</span>
        </p>
      </div>
      <p className="message-time">
        {status === 'sending' ? (
          chat.sending
        ) : (
          <>
            {chat.notSent}{' '}
            <button type="button" className="link-button" onClick={onRetry}>
              {retry}
            </button>
          </>
        )}
      </p>
    </article>
  );
}
