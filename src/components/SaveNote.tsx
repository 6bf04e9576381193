'use client';
import type { ReactNode } from 'react';
import { toProblemText } from '../hooks/toProblemText.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { usePartialText } from '../hooks/usePartialText.ts';
import type { VariableState } from '../hooks/useVariable.ts';
import { Button } from '../ui/Button.tsx';

export interface SaveNoteProps {
  /** The fate of the change; `undefined` where there is none. */
  readonly status: VariableState['status'];
  readonly error: VariableState['error'];
  readonly onRetry: () => void;
  readonly onDiscard: () => void;
  /** Of a creation without an answer: reads again, to see whether it is there. */
  readonly onCheck?: (() => void) | undefined;
}

/** Says what keeps a change from being saved, and what can be done. Nothing while all goes well. */
export function SaveNote(props: SaveNoteProps) {
  return props.status === undefined ? null : <Trouble {...props} />;
}

function Trouble({ status, error, onRetry, onDiscard, onCheck }: SaveNoteProps) {
  const { messages } = useLocale();
  const { save } = messages;
  const toPartialText = usePartialText();
  const problem = error && ({ type: 'rejected', error } as const);
  const why = toProblemText(problem, messages);
  const partial = toPartialText(problem);
  switch (status) {
    case undefined:
    case 'queued':
      return null;
    case 'sent':
    case 'waiting':
      // While it is tried again it says what it said before: no flicker between two tries.
      if (!error) return null;
      return <Note text={error.code === 'offline' ? save.whenOnline : `${why} ${save.waiting}.`} />;
    case 'failed':
      return (
        <Note text={partial ?? (why ? `${save.failed}: ${why}` : save.failed)}>
          <Button variant="link" onClick={onRetry}>
            {save.retry}
          </Button>
          <Button variant="link" onClick={onDiscard}>
            {save.discard}
          </Button>
        </Note>
      );
    case 'unknown':
      return (
        <Note text={save.unknownCreation}>
          {onCheck && (
            <Button variant="link" onClick={onCheck}>
              {save.check}
            </Button>
          )}
          <Button variant="link" onClick={onRetry}>
            {save.tryAgain}
          </Button>
          <Button variant="link" onClick={onDiscard}>
            {save.discard}
          </Button>
        </Note>
      );
  }
}

function Note({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className="sbc-save-note">
      <bdi>{text}</bdi>
      {children && <div className="sbc-save-actions">{children}</div>}
    </div>
  );
}
