'use client';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { Button } from '../ui/Button.tsx';

export interface DiscardQuestionProps {
  readonly onDiscard: () => void;
  readonly onKeep: () => void;
}

/** Asks, in the place of the buttons of a form, before what was typed is dropped. Escape keeps it. */
export function DiscardQuestion({ onDiscard, onKeep }: DiscardQuestionProps) {
  const { form } = useLocale().messages;
  const id = useId();
  const keepRef = useRef<HTMLButtonElement>(null);
  useEffect(() => keepRef.current?.focus(), []);

  function handleKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onKeep();
  }

  return (
    <div role="alertdialog" aria-labelledby={id} className="sbc-form-actions" onKeyDown={handleKeyDown}>
      <span id={id} className="sbc-form-question">
        {form.discardQuestion}
      </span>
      <Button variant="danger" onClick={onDiscard}>
        {form.discard}
      </Button>
      <Button ref={keepRef} onClick={onKeep}>
        {form.keepEditing}
      </Button>
    </div>
  );
}
