import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { SubscriberCard } from 'subscriber-card';
import type { SubscriberRef } from 'subscriber-card/headless';
import { Icon } from './Icon.tsx';
import { Resizer } from './Resizer.tsx';
import { useTexts } from './texts.ts';

export interface DetailsPaneProps {
  readonly subscriber: SubscriberRef | null;
  readonly isNarrow: boolean;
  readonly isOpen: boolean;
  onClose(): void;
}

const storageKey = 'inbox.detailsWidth';

/** The card: a column that can be drawn wider, and a sheet over the chat on a phone. */
export function DetailsPane({ subscriber, isNarrow, isOpen, onClose }: DetailsPaneProps) {
  const { chat, list } = useTexts();
  const [width, setWidth] = useState(() => Number(localStorage.getItem(storageKey)) || 340);
  if (!isOpen) return null;

  function resize(next: number) {
    setWidth(next);
    localStorage.setItem(storageKey, String(next));
  }

  return (
    <div className="details" style={{ '--details-width': `${width}px` } as CSSProperties}>
      {isNarrow ? (
        <BackButton label={chat.backToChat} onBack={onClose} />
      ) : (
        <Resizer label={list.resize} value={width} min={280} max={520} onChange={resize} />
      )}
      <div className="details-scroll">
        <SubscriberCard subscriber={subscriber} />
      </div>
    </div>
  );
}

function BackButton({ label, onBack }: { readonly label: string; onBack(): void }) {
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div className="details-bar">
      <button ref={ref} type="button" className="button" onClick={onBack}>
        <Icon name="back" />
        {label}
      </button>
    </div>
  );
}
