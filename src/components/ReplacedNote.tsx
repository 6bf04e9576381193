'use client';
import { useEffect } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { plainText } from '../i18n/format.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useAnnounce } from '../ui/LiveRegion.tsx';
import { ForeignValue } from './ForeignValue.tsx';
import { toSentence } from './toSentence.tsx';

export interface ReplacedNoteProps {
  /** The label of the field. */
  readonly field: string;
  /** What somebody else had set, as a reader saw it. `null`: they had cleared it. */
  readonly theirs: string | null;
  /** The name of who had set it. */
  readonly by: string | undefined;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

/** Tells that a colleague's change was written over, which a backend without revisions cannot prevent. */
export function ReplacedNote({ field, theirs, by, onUndo, onDismiss }: ReplacedNoteProps) {
  const { messages, dir } = useLocale();
  const { conflict, undo, notice } = messages;
  const announce = useAnnounce();
  const label = plainText(field, dir);
  const who = by === undefined ? undefined : plainText(by, dir);

  useEffect(() => {
    announce(conflict.announceReplaced(label, who), undefined, true);
  }, [conflict, label, who, announce]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the controls of a form
    <div role="group" aria-label={label} className="sbc-replaced">
      <span>
        {toSentence((slot) =>
          conflict.replaced(
            by === undefined ? undefined : slot(<bdi>{by}</bdi>),
            theirs === null ? null : slot(<ForeignValue text={theirs} />),
          ),
        )}
      </span>
      <span className="sbc-replaced-actions">
        <Button variant="link" onClick={onUndo}>
          {undo.undo}
        </Button>
        <IconButton icon="close" label={notice.dismiss} onClick={onDismiss} />
      </span>
    </div>
  );
}
