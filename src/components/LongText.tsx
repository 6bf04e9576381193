'use client';
import { type FocusEvent, useState } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { clipText, formatSize } from '../i18n/format.ts';
import { Truncate } from '../ui/Truncate.tsx';
import { useIsPrinting } from '../ui/useIsPrinting.ts';

export interface LongTextProps {
  readonly text: string;
  readonly dir?: 'auto' | 'ltr' | undefined;
}

/** Characters from which a text is named by its size, and neither unfolded nor edited without being asked for. */
export const LARGE = 50_000;

/**
 * A text of a few lines. Clipped before the browser lays it out, which it would do for all of it; the rest is shown on
 * hover, when the text has the keyboard's focus, and on paper.
 */
export function LongText({ text, dir = 'auto' }: LongTextProps) {
  const { locale, messages } = useLocale();
  const clipped = clipText(text);
  if (clipped === text) {
    return (
      <Truncate className="sbc-long-text" dir={dir}>
        {text}
      </Truncate>
    );
  }
  if (text.length > LARGE) {
    return (
      <>
        <Truncate className="sbc-long-text" dir={dir}>
          {clipped}
        </Truncate>
        <span className="sbc-unset">{messages.variables.large(formatSize(bytesIn(text), locale))}</span>
      </>
    );
  }
  return <ClippedText text={text} clipped={clipped} dir={dir} />;
}

export function bytesIn(text: string): number {
  return new Blob([text]).size;
}

function ClippedText({ text, clipped, dir }: LongTextProps & { readonly clipped: string }) {
  const [hasFocus, setHasFocus] = useState(false);
  const isUnfolded = useIsPrinting() || hasFocus;

  function handleFocus({ target }: FocusEvent) {
    if (target.matches(':focus-visible')) setHasFocus(true);
  }

  return (
    <Truncate
      className="sbc-long-text"
      dir={dir}
      full={text}
      tabIndex={0}
      onFocus={handleFocus}
      onBlur={() => setHasFocus(false)}
    >
      {isUnfolded ? text : clipped}
    </Truncate>
  );
}
