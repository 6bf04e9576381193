'use client';
import { useReadOnly } from '../hooks/useReadOnly.ts';
import { LockNote } from './LockNote.tsx';

/** Says once for the whole card that nothing can be edited, and why. */
export function CardReadOnly() {
  const reason = useReadOnly();
  if (reason === false) return null;
  return (
    <div className="sbc-card-lock">
      <LockNote reason={reason} />
    </div>
  );
}
