'use client';
import { useLocale } from '../hooks/useLocale.ts';
import { Icon } from '../ui/Icon.tsx';

export interface LockNoteProps {
  /** `''` where no reason is known. */
  readonly reason: string;
}

/** "Read only", and why. */
export function LockNote({ reason }: LockNoteProps) {
  const { readOnly } = useLocale().messages;
  return (
    <p className="sbc-field-hint">
      <Icon name="lock" />
      <bdi>{reason === '' ? readOnly.label : readOnly.because(reason)}</bdi>
    </p>
  );
}
