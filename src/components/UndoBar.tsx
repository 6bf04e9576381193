'use client';
import { type RefObject, useEffect } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { useUndo } from '../hooks/useUndo.ts';
import { plainText } from '../i18n/format.ts';
import { Button } from '../ui/Button.tsx';
import { useAnnounce } from '../ui/LiveRegion.tsx';
import { focusRestored } from './focusRestored.ts';
import { NoticeBar } from './NoticeBar.tsx';
import { toSentence } from './toSentence.tsx';

export interface UndoBarProps {
  /** Where Ctrl or ⌘ with Z takes back the last change, and where the focus goes when the bar goes. */
  readonly cardRef: RefObject<HTMLElement | null>;
}

/** Offers to take back the last change for as long as that can be done. */
export function UndoBar({ cardRef }: UndoBarProps) {
  const { change, label, undo, hold } = useUndo();
  const { messages, dir } = useLocale();
  const announce = useAnnounce();
  const texts = messages.undo;
  const name = plainText(label, dir);

  useEffect(() => {
    // Which tag came or went was said when it was picked.
    if (change && !change.type.startsWith('tag')) announce(texts.offer(name));
  }, [change, announce, texts, name]);

  useEffect(() => {
    const card = cardRef.current;
    function handleKeyDown(event: KeyboardEvent) {
      if (!change || !isUndoKey(event) || isText(event.composedPath()[0])) return;
      event.preventDefault();
      undo();
      announce(texts.undone(name));
    }
    card?.addEventListener('keydown', handleKeyDown);
    return () => card?.removeEventListener('keydown', handleKeyDown);
  });

  if (!change) return null;
  return (
    <NoticeBar
      icon="check"
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
      actions={
        <Button
          variant="link"
          icon="undo"
          onClick={() => {
            undo();
            announce(texts.undone(name));
            // When the bar has gone, and the row says what it said before.
            requestAnimationFrame(
              () => cardRef.current && focusRestored(cardRef.current, change.type, label),
            );
          }}
        >
          {texts.undo}
        </Button>
      }
    >
      {toSentence((slot) => texts.offer(slot(<bdi>{label}</bdi>)))}
      {mayStartFlow(change.type) && <span className="sbc-bar-hint">{texts.flowMayHaveStarted}</span>}
    </NoticeBar>
  );
}

function isUndoKey({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !shiftKey && !altKey && key.toLowerCase() === 'z';
}

/** There the browser's own undo of typing is meant. */
function isText(target: EventTarget | undefined): boolean {
  // In an iframe that a host draws into it is of another realm than this code: no `instanceof`.
  const element = target as HTMLElement;
  return element.matches('input, textarea') || element.isContentEditable;
}

function mayStartFlow(type: string): boolean {
  return type.startsWith('deal');
}
