'use client';
import { useLocale } from '../hooks/useLocale.ts';
import { clipText } from '../i18n/format.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { toSentence } from './toSentence.tsx';

export interface MyTextProps {
  readonly text: string;
}

/** A long text is told by its beginning, and copied whole. */
const CLIP = 120;

/** What one has typed oneself, where no editor shows it, and a button that copies it. */
export function MyText({ text }: MyTextProps) {
  const { conflict, copy } = useLocale().messages;
  const shown = (
    <b>
      <bdi>{clipText(text, CLIP)}</bdi>
    </b>
  );
  return (
    <div className="sbc-my-text">
      <span>{toSentence((slot) => conflict.yours(slot(shown)))}</span>
      <CopyButton text={text} label={conflict.copyMine} copiedLabel={copy.copied} failedLabel={copy.failed} />
    </div>
  );
}
