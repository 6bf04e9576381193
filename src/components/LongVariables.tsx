'use client';
import { useMemo } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { useUnsavedVariables } from '../hooks/useUnsavedVariables.ts';
import { LongList } from '../ui/LongList.tsx';
import { VariableGroupTitle } from './VariableGroupTitle.tsx';
import type { VariableGroups } from './VariableList.tsx';
import { VariableRow } from './VariableRow.tsx';

export interface LongVariablesProps {
  readonly groups: VariableGroups;
}

/** A value of one line. */
const ROW_HEIGHT = 2.286;

/** More variables than are drawn at once. The first of a group comes with its heading. */
export function LongVariables({ groups }: LongVariablesProps) {
  const { messages } = useLocale();
  const rows = useMemo(
    () =>
      groups.flatMap(([group, variables]) =>
        variables.map((variable, place) => ({ variable, title: place === 0 ? group : '' })),
      ),
    [groups],
  );
  const unsaved = useUnsavedVariables(useMemo(() => rows.map(({ variable }) => variable), [rows]));
  return (
    <LongList
      className="sbc-long-variables"
      aria-label={messages.section.variables}
      count={rows.length}
      rowHeight={ROW_HEIGHT}
      getKey={(index) => rows[index]?.variable.key ?? ''}
      kept={unsaved}
    >
      {(index) => {
        const row = rows[index];
        return (
          row && (
            <>
              <VariableGroupTitle group={row.title} />
              <dl className="sbc-variables">
                <VariableRow variable={row.variable} />
              </dl>
            </>
          )
        );
      }}
    </LongList>
  );
}
