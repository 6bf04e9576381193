'use client';
import { useLocale } from '../hooks/useLocale.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { ForeignValue } from './ForeignValue.tsx';
import { toSentence } from './toSentence.tsx';

export interface MyTextProps {
  /** A long one is told by its beginning, and copied whole. `null`: it was cleared. */
  readonly text: string | null;
  /** Default true. What is hidden is not copied unseen. */
  readonly canCopy?: boolean | undefined;
}

/** What one has typed oneself, where no editor shows it, and a button that copies it. */
export function MyText({ text, canCopy = true }: MyTextProps) {
  const { conflict, copy, variables } = useLocale().messages;
  return (
    <div className="sbc-my-text">
      <span>
        {toSentence((slot) => conflict.yours(slot(<ForeignValue text={text ?? variables.notSet} />)))}
      </span>
      {text !== null && canCopy && (
        <CopyButton
          text={text}
          label={conflict.copyMine}
          copiedLabel={copy.copied}
          failedLabel={copy.failed}
        />
      )}
    </div>
  );
}
