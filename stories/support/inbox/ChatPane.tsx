import { type FormEvent, useState } from 'react';
import { AdCampaignReply } from '../../../src/components/AdCampaignReply.tsx';
import type { Conversation, Message } from './conversations.ts';
import { toClock } from './toClock.ts';

/** What was said, and a place to answer in. An ad is quoted above the message that it led to. */
export function ChatPane({ conversation }: { readonly conversation: Conversation }) {
  const { name, app, lang } = conversation;
  const [messages, setMessages] = useState<readonly Message[]>(conversation.messages);
  const [answer, setAnswer] = useState('');

  function send(event: FormEvent) {
    event.preventDefault();
    if (answer.trim() === '') return;
    setMessages([...messages, { id: `answer-${messages.length}`, text: answer, ago: 0, isOurs: true }]);
    setAnswer('');
  }

  return (
    <section className="inbox-chat" aria-label="Conversation">
      <header>
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <p>{app}</p>
      </header>
      <ol>
        {messages.map(({ id, text, ago, isOurs }) => (
          <li key={id} data-ours={isOurs}>
            <div className="inbox-bubble">
              {!isOurs && <AdCampaignReply messageId={id} />}
              <p dir="auto" lang={lang}>
                {text}
              </p>
            </div>
            <time>{toClock(ago)}</time>
          </li>
        ))}
      </ol>
      <form onSubmit={send}>
        <input
          aria-label="Your answer"
          placeholder="Write an answer"
          value={answer}
          onChange={(event) => setAnswer(event.target.value)}
        />
        <button type="submit">Send</button>
      </form>
    </section>
  );
}
