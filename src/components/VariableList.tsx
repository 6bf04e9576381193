'use client';
import { useMemo, useState } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { useVariableSearch } from '../hooks/useVariableSearch.ts';
import { plainText } from '../i18n/format.ts';
import type { Variable } from '../model/variable.ts';
import { LaterRows } from '../ui/LaterRows.tsx';
import { LONG } from '../ui/LongList.tsx';
import { useHeld } from '../ui/useHeld.ts';
import { useIsLater } from '../ui/useIsLater.ts';
import { useIsPrinting } from '../ui/useIsPrinting.ts';
import { LongVariables, VARIABLE_HEIGHT } from './LongVariables.tsx';
import { LostVariables } from './LostVariables.tsx';
import { useRowPart } from './useRowPart.ts';
import { VariableGroupTitle } from './VariableGroupTitle.tsx';
import { VariableRow } from './VariableRow.tsx';
import { VariableSearch } from './VariableSearch.tsx';

export interface VariableListProps {
  readonly variables: readonly Variable[];
  readonly isSearching: boolean;
  readonly onSearchEnd: () => void;
}

/** As many as are in sight. */
const FIRST = 20;

/** The rows: those without a group first, then group by group. On paper all of them are drawn, however many. */
export function VariableList({ variables, isSearching, onSearchEnd }: VariableListProps) {
  const { messages, dir } = useLocale();
  const { none, noneHint, noMatch } = messages.variables;
  const Row = useRowPart('VariableRow', VariableRow);
  const [query, setQuery] = useState('');
  const found = useVariableSearch(variables, isSearching ? query : '');
  const isPrinting = useIsPrinting();
  const { held: isLong, frameProps } = useHeld(found.length > LONG);
  const groups = useMemo(() => toGroups(found), [found]);
  const isLater = useIsLater();
  const drawn = isLater ? groups : takeFirst(groups, FIRST);

  return (
    <>
      {isSearching && (
        <VariableSearch query={query} onQueryChange={setQuery} onEnd={onSearchEnd} count={found.length} />
      )}
      <div {...frameProps}>
        {isLong && !isPrinting ? (
          <LongVariables groups={groups} />
        ) : (
          <>
            {drawn.map(([group, rows]) => (
              <div key={group} className="sbc-variable-group">
                <VariableGroupTitle group={group} />
                <dl className="sbc-variables">
                  {rows.map((variable) => (
                    <Row key={variable.key} variable={variable} />
                  ))}
                </dl>
              </div>
            ))}
            <LaterRows count={isLater ? 0 : found.length - FIRST} rowHeight={VARIABLE_HEIGHT} />
          </>
        )}
      </div>
      {found.length === 0 && (
        <p className="sbc-empty">
          {variables.length > 0 ? noMatch(plainText(query.trim(), dir)) : `${none}. ${noneHint}`}
        </p>
      )}
      <LostVariables />
    </>
  );
}

/** Variables by the name of their group. */
export type VariableGroups = readonly (readonly [group: string, variables: readonly Variable[]])[];

function toGroups(variables: readonly Variable[]): VariableGroups {
  const groups = new Map<string, Variable[]>([['', []]]);
  for (const variable of variables) {
    const { group = '' } = variable;
    const rows = groups.get(group);
    if (rows) rows.push(variable);
    else groups.set(group, [variable]);
  }
  return [...groups].filter(([, rows]) => rows.length > 0);
}

function takeFirst(groups: VariableGroups, count: number): VariableGroups {
  let left = count;
  return groups.flatMap(([group, rows]) => {
    const first = rows.slice(0, Math.max(left, 0));
    left -= first.length;
    return first.length > 0 ? [[group, first] as const] : [];
  });
}
