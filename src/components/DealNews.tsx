'use client';
import type { DealState } from '../hooks/useDeal.ts';
import { DealConflicts } from './DealConflicts.tsx';
import { DealReplaced } from './DealReplaced.tsx';

export interface DealNewsProps {
  readonly state: DealState;
}

/** What somebody else has done to a deal. */
export function DealNews({ state }: DealNewsProps) {
  return (
    <>
      {!state.form.isOpen && <DealConflicts state={state} />}
      <DealReplaced state={state} />
    </>
  );
}
