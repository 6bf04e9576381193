'use client';
import { useContext } from 'react';
import { useReadOnly } from '../hooks/useReadOnly.ts';
import { CardFrame } from './CardFrame.ts';
import { LockNote } from './LockNote.tsx';

export interface ReadOnlyNoteProps {
  /** `''` where no reason is known. With `false` nothing is drawn. */
  readonly reason: false | string;
}

/** Says that nothing here can be edited, and why; in the whole card only what the card does not say already. */
export function ReadOnlyNote({ reason }: ReadOnlyNoteProps) {
  const isSaid = useContext(CardFrame) !== null;
  const ofAll = useReadOnly();
  if (reason === false || (isSaid && reason === ofAll)) return null;
  return <LockNote reason={reason} />;
}
