'use client';
import type { RefObject } from 'react';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { RestoredNotice } from './RestoredNotice.tsx';
import { StaleNotice } from './StaleNotice.tsx';
import { StorageNotice } from './StorageNotice.tsx';
import { UndoBar } from './UndoBar.tsx';
import { UnsavedElsewhere } from './UnsavedElsewhere.tsx';

export interface CardNoticesProps {
  readonly cardRef: RefObject<HTMLElement | null>;
  /** A subscriber is shown. */
  readonly isSelected: boolean;
}

/** What concerns the card as a whole, in one place that is always in sight: it pushes nothing that is read or typed. */
export function CardNotices({ cardRef, isSelected }: CardNoticesProps) {
  return (
    <div className="sbc-notices">
      {isSelected && <ConnectionBanner />}
      {isSelected && <StaleNotice />}
      <UnsavedElsewhere />
      <RestoredNotice cardRef={cardRef} />
      <StorageNotice />
      <UndoBar cardRef={cardRef} />
    </div>
  );
}
