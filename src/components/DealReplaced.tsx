'use client';
import type { DealState } from '../hooks/useDeal.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { ReplacedNote } from './ReplacedNote.tsx';
import { useDealText } from './useDealText.ts';

export interface DealReplacedProps {
  readonly state: DealState;
}

/** What of a deal was written over, field by field. */
export function DealReplaced({ state: { replaced } }: DealReplacedProps) {
  const { dealForm } = useLocale().messages;
  const toText = useDealText();
  return replaced.map(({ field, theirs, by, restoreTheirs, dismissReplaced }) => {
    if (field.kind !== 'deal') return null;
    return (
      <div key={field.name} className="sbc-deal-conflict">
        <span aria-hidden="true" className="sbc-label">
          {dealForm[field.name]}
        </span>
        <ReplacedNote
          field={dealForm[field.name]}
          theirs={toText(field.name, theirs)}
          by={by}
          onUndo={restoreTheirs}
          onDismiss={dismissReplaced}
        />
      </div>
    );
  });
}
