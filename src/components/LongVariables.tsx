'use client';
import { useMemo } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { useUnsavedVariables } from '../hooks/useUnsavedVariables.ts';
import { LongList } from '../ui/LongList.tsx';
import { useRowPart } from './useRowPart.ts';
import { VariableGroupTitle } from './VariableGroupTitle.tsx';
import type { VariableGroups } from './VariableList.tsx';
import { VariableRow } from './VariableRow.tsx';

export interface LongVariablesProps {
  readonly groups: VariableGroups;
}

/** Of a value of one line, in `em`. */
export const VARIABLE_HEIGHT = 2.286;

/** More variables than are drawn at once. The first of a group comes with its heading. */
export function LongVariables({ groups }: LongVariablesProps) {
  const { messages } = useLocale();
  const Row = useRowPart('VariableRow', VariableRow);
  const rows = useMemo(
    () =>
      groups.flatMap(([group, variables]) =>
        variables.map((variable, place) => ({ variable, title: place === 0 ? group : '' })),
      ),
    [groups],
  );
  const variables = useMemo(() => rows.map(({ variable }) => variable), [rows]);
  const unsaved = useUnsavedVariables(variables);
  return (
    <LongList
      className="sbc-long-variables"
      aria-label={messages.section.variables}
      keys={useMemo(() => variables.map(({ key }) => key), [variables])}
      rowHeight={VARIABLE_HEIGHT}
      kept={unsaved}
    >
      {(index) => {
        const row = rows[index];
        return (
          row && (
            <>
              <VariableGroupTitle group={row.title} />
              <dl className="sbc-variables">
                <Row variable={row.variable} />
              </dl>
            </>
          )
        );
      }}
    </LongList>
  );
}
