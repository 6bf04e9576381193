'use client';
import { type HTMLAttributes, useMemo, useRef, useState } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { useRememberedCount } from '../hooks/useRememberedCount.ts';
import { useSubscriberKey } from '../hooks/useSubscriberKey.ts';
import { useVariables } from '../hooks/useVariables.ts';
import type { Variable } from '../model/variable.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { CardSection } from './CardSection.tsx';
import { SectionBoundary } from './SectionBoundary.tsx';
import { VariableList } from './VariableList.tsx';
import { VariableSkeleton } from './VariableSkeleton.tsx';

export interface VariableEditorProps extends Omit<HTMLAttributes<HTMLElement>, 'title' | 'children'> {
  /** The heading. Default: "Variables". */
  readonly title?: string | undefined;
  /** Which variables to show. Default: all. */
  readonly filter?: ((variable: Variable) => boolean) | undefined;
}

/**
 * What is known about the subscriber, each value edited in place: pencil, new value, Enter. Rows have
 * `data-editing`, `data-pending`, `data-saved`, `data-failed`, `data-conflict`, `data-changed`, `data-empty` and `data-readonly`.
 * @selector [data-status="loading|ready|failed"] [data-open]
 */
export function VariableEditor(props: VariableEditorProps) {
  return (
    // The filter is the host's, and may break.
    <SectionBoundary name="variables">
      <Variables key={useSubscriberKey()} {...props} />
    </SectionBoundary>
  );
}

/** From so many on they can be searched. */
const MANY = 13;

function Variables({ title, filter, ...props }: VariableEditorProps) {
  const state = useVariables();
  const { messages } = useLocale();
  const [isSearching, setIsSearching] = useState(false);
  const searchRef = useRef<HTMLButtonElement>(null);
  const variables = useMemo(
    () => (filter ? state.variables.filter(filter) : state.variables),
    [state.variables, filter],
  );
  const isReady = state.status === 'ready';
  const count = useRememberedCount('variables', isReady ? variables.length : undefined);
  const canSearch = variables.length >= MANY;
  return (
    <CardSection
      {...props}
      section={state}
      name="variables"
      title={title ?? messages.section.variables}
      count={variables.length || undefined}
      actions={
        canSearch && (
          <IconButton
            ref={searchRef}
            className="sbc-variables-search"
            icon="search"
            label={messages.variables.search}
            aria-expanded={isSearching}
            onClick={() => setIsSearching(!isSearching)}
          />
        )
      }
      skeleton={<VariableSkeleton count={count} />}
    >
      <VariableList
        variables={variables}
        isSearching={canSearch && isSearching}
        onSearchEnd={() => {
          setIsSearching(false);
          searchRef.current?.focus();
        }}
      />
    </CardSection>
  );
}
