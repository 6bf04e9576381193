import { type KeyboardEvent, useId, useState } from 'react';
import { useSubscriber } from 'subscriber-card/headless';
import { Icon } from './Icon.tsx';
import { useTexts } from './texts.ts';

export interface ComposerProps {
  /** To whom. */
  readonly name: string;
  /** What was typed here before, and not sent. */
  readonly draft: string;
  onDraftChange(text: string): void;
  onSend(text: string): void;
}

/** Enter sends, Shift+Enter begins a new line. The card's own data say whether the message can arrive. */
export function Composer({ name, draft, onDraftChange, onSend }: ComposerProps) {
  const { chat } = useTexts();
  const { subscriber } = useSubscriber();
  const [text, setText] = useState(draft);
  const noteId = useId();
  const status = subscriber?.subscription?.status ?? 'active';
  const note = status === 'active' ? null : chat[status];
  const isClosed = status === 'blocked';
  const isEmpty = text.trim() === '';

  function change(next: string) {
    setText(next);
    onDraftChange(next);
  }

  function send() {
    if (isEmpty || isClosed) return;
    onSend(text.trim());
    change('');
  }

  function handleKey(event: KeyboardEvent) {
    // The Enter that ends an IME composition chooses a word and sends nothing.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  }

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {note && (
        <p id={noteId} className="composer-note">
          {note}
        </p>
      )}
      <div className="composer-box">
        <textarea
          rows={1}
          value={text}
          dir="auto"
          disabled={isClosed}
          aria-label={chat.message}
          aria-describedby={note ? noteId : undefined}
          placeholder={chat.placeholder(name)}
          onChange={(event) => change(event.target.value)}
          onKeyDown={handleKey}
        />
        <button type="submit" className="send" aria-label={chat.send} aria-disabled={isEmpty || isClosed}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}
