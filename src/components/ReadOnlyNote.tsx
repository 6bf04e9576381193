'use client';
import { useLocale } from '../hooks/useLocale.ts';
import { Icon } from '../ui/Icon.tsx';

export interface ReadOnlyNoteProps {
  /** `''` where no reason is known. With `false` nothing is drawn. */
  readonly reason: false | string;
}

/** Says that nothing here can be edited, and why. */
export function ReadOnlyNote({ reason }: ReadOnlyNoteProps) {
  const { readOnly } = useLocale().messages;
  if (reason === false) return null;
  return (
    <p className="sbc-field-hint">
      <Icon name="lock" />
      <bdi>{reason === '' ? readOnly.label : readOnly.because(reason)}</bdi>
    </p>
  );
}
