'use client';
import { useMemo } from 'react';
import { fold } from '../i18n/fold.ts';
import { type FieldId, toFieldId, toLane } from '../model/field.ts';
import type { Variable, VariableValue } from '../model/variable.ts';
import type { CardState } from '../store/cardState.ts';
import { shown } from '../store/mutations.ts';
import { useSlice } from './useSlice.ts';
import { useVariableText } from './useVariableText.ts';

/**
 * The variables whose label or value has what is typed. What is being edited or not saved yet always stays, and
 * what is masked is found by its label only.
 */
export function useVariableSearch(variables: readonly Variable[], query: string): readonly Variable[] {
  const toText = useVariableText();
  const wanted = fold(query);
  const rows = useMemo(
    () =>
      variables.map((variable) => ({
        variable,
        id: toFieldId({ kind: 'variable', key: variable.key }),
        label: fold(variable.label),
      })),
    [variables],
  );
  const found = useSlice((state): readonly Variable[] => {
    if (wanted === '') return [];
    const matches = rows.filter(({ variable, id, label }) => {
      if (label.includes(wanted) || isUnsaved(state, id)) return true;
      if (variable.masked) return false;
      const value = shown(state.mutations, state.confirmed, id) as VariableValue | undefined;
      const text = toText(variable, value ?? null);
      return text !== null && fold(text.slice(0, LONGEST)).includes(wanted);
    });
    return matches.map(({ variable }) => variable);
  });
  return wanted === '' ? variables : found;
}

/** Of a longer value only the beginning is searched. */
const LONGEST = 10_000;

function isUnsaved({ drafts, mutations }: CardState, id: FieldId): boolean {
  return drafts.has(id) || mutations.lanes.has(toLane(id)) || mutations.conflicts.has(id);
}
