import { useEffect, useRef } from 'react';
import { SubscriberCard } from 'subscriber-card';
import type { SubscriberRef } from 'subscriber-card/headless';
import { Icon } from './Icon.tsx';
import { useTexts } from './texts.ts';

export interface DetailsPaneProps {
  /** `undefined` until it is known. */
  readonly subscriber: SubscriberRef | null | undefined;
  /** Back to the chat, where the card lies over it. */
  readonly onBack: (() => void) | undefined;
}

/** The card: the last column, and a sheet over the chat on a phone. */
export function DetailsPane({ subscriber, onBack }: DetailsPaneProps) {
  return (
    <div className="details">
      {onBack && <BackBar onBack={onBack} />}
      {subscriber !== undefined && <SubscriberCard className="details-card" subscriber={subscriber} />}
    </div>
  );
}

function BackBar({ onBack }: { onBack(): void }) {
  const { chat } = useTexts();
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <header className="details-bar">
      <button ref={ref} type="button" className="button" onClick={onBack}>
        <Icon name="back" />
        {chat.backToChat}
      </button>
    </header>
  );
}
