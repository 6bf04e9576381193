import type { Ref } from 'react';
import type { Conversation, Message } from './createApi.ts';
import { MessageBubble } from './MessageBubble.tsx';
import { OutgoingBubble } from './OutgoingBubble.tsx';
import { useTexts } from './texts.ts';
import { formatDay, isSameDay, useMinute } from './time.ts';
import type { Inbox } from './useInbox.ts';

export interface MessageListProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly inbox: Inbox;
  readonly conversation: Conversation;
  readonly operatorName: string;
  /** The operator asks to save something from a message. */
  onCapture(message: HTMLElement): void;
}

/** The messages of a conversation by day, the newest at the bottom and in view. */
export function MessageList({ ref, inbox, conversation, operatorName, onCapture }: MessageListProps) {
  const texts = useTexts();
  const now = useMinute();
  const { id } = conversation;
  const messages = inbox.messages.get(id);
  const outgoing = inbox.outbox.filter(({ conversationId }) => conversationId === id);
  if (!messages && inbox.failed.has(id)) {
    return (
      <div role="alert" className="state">
        <p>{texts.chat.failed}</p>
        <button type="button" className="button" onClick={inbox.reload}>
          {texts.retry}
        </button>
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <div ref={ref} className="messages" role="log" aria-label={texts.chat.messages} tabIndex={0}>
      {/* One child in a reversed column: the browser keeps the end in view, and the order stays as written. */}
      <div className="messages-flow">
        {messages && (
          <>
            {groupByDay(messages).map((day) => (
              <section key={day[0].id} className="day">
                <h3>
                  <time dateTime={day[0].sentAt}>{formatDay(day[0].sentAt, texts, now)}</time>
                </h3>
                {day.map((message, index) => (
                  <MessageBubble
                    key={message.id}
                    message={message}
                    isMine={message.author === 'operator' && message.authorName === operatorName}
                    isFirst={!isContinued(day[index - 1], message)}
                    isLast={!isContinued(message, day[index + 1])}
                    onCapture={onCapture}
                  />
                ))}
              </section>
            ))}
            {outgoing.map((message) => (
              <OutgoingBubble key={message.key} outgoing={message} onRetry={() => inbox.send(message)} />
            ))}
          </>
        )}
      </div>
    </div>
  );
}

type Day = [first: Message, ...rest: Message[]];

function groupByDay(messages: readonly Message[]): readonly Day[] {
  const days: Day[] = [];
  for (const message of messages) {
    const day = days.at(-1);
    if (day && isSameDay(new Date(day[0].sentAt), new Date(message.sentAt))) day.push(message);
    else days.push([message]);
  }
  return days;
}

const fewMinutes = 5 * 60 * 1000;

/** Said by the same person at nearly the same time: one name above, one time below. */
function isContinued(before: Message | undefined, after: Message | undefined): boolean {
  return (
    before !== undefined &&
    after !== undefined &&
    before.author === after.author &&
    before.authorName === after.authorName &&
    Date.parse(after.sentAt) - Date.parse(before.sentAt) < fewMinutes
  );
}
