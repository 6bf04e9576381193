'use client';
import { useState } from 'react';
import { useHeadingLevel } from '../hooks/useHeadingLevel.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { useVariableSearch } from '../hooks/useVariableSearch.ts';
import { plainText } from '../i18n/format.ts';
import type { Variable } from '../model/variable.ts';
import { Bidi } from '../ui/Bidi.tsx';
import { LostVariables } from './LostVariables.tsx';
import { VariableRow } from './VariableRow.tsx';
import { VariableSearch } from './VariableSearch.tsx';

export interface VariableListProps {
  readonly variables: readonly Variable[];
  readonly isSearching: boolean;
  readonly onSearchEnd: () => void;
}

/** The rows: those without a group first, then group by group. */
export function VariableList({ variables, isSearching, onSearchEnd }: VariableListProps) {
  const { messages, dir } = useLocale();
  const { none, noneHint, noMatch } = messages.variables;
  const [query, setQuery] = useState('');
  const found = useVariableSearch(variables, isSearching ? query : '');
  const Heading = `h${useHeadingLevel(2)}` as const;

  return (
    <>
      {isSearching && (
        <VariableSearch query={query} onQueryChange={setQuery} onEnd={onSearchEnd} count={found.length} />
      )}
      {toGroups(found).map(([group, rows]) => (
        <div key={group} className="sbc-variable-group">
          {group !== '' && (
            <Heading className="sbc-group-title">
              <Bidi>{group}</Bidi>
            </Heading>
          )}
          <dl className="sbc-variables">
            {rows.map((variable) => (
              <VariableRow key={variable.key} variable={variable} />
            ))}
          </dl>
        </div>
      ))}
      {found.length === 0 && (
        <p className="sbc-empty">
          {variables.length > 0 ? noMatch(plainText(query.trim(), dir)) : `${none}. ${noneHint}`}
        </p>
      )}
      <LostVariables />
    </>
  );
}

function toGroups(variables: readonly Variable[]): [string, Variable[]][] {
  const groups = new Map<string, Variable[]>([['', []]]);
  for (const variable of variables) {
    const { group = '' } = variable;
    const rows = groups.get(group);
    if (rows) rows.push(variable);
    else groups.set(group, [variable]);
  }
  return [...groups].filter(([, rows]) => rows.length > 0);
}
