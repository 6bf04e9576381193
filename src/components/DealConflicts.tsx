'use client';
import type { DealState } from '../hooks/useDeal.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { FieldConflict } from './FieldConflict.tsx';
import { useDealText } from './useDealText.ts';

export interface DealConflictsProps {
  readonly state: DealState;
}

/** What a colleague changed faster than it could be saved here, field by field. */
export function DealConflicts({ state: { conflicts } }: DealConflictsProps) {
  const { messages } = useLocale();
  const toText = useDealText();
  return conflicts.map(({ field, theirs, mine, by, at, keepMine, takeTheirs }) => (
    <div key={field} className="sbc-deal-conflict">
      <span aria-hidden="true" className="sbc-label">
        {messages.dealForm[field]}
      </span>
      <FieldConflict
        field={messages.dealForm[field]}
        theirs={toText(field, theirs)}
        mine={toText(field, mine)}
        by={by}
        at={at}
        onKeepMine={keepMine}
        onTakeTheirs={takeTheirs}
      />
    </div>
  ));
}
