'use client';
import { type KeyboardEvent, useEffect } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { useAnnounce } from '../ui/LiveRegion.tsx';
import { TextInput } from '../ui/TextInput.tsx';

export interface VariableSearchProps {
  readonly query: string;
  readonly onQueryChange: (query: string) => void;
  /** Escape in the empty field. */
  readonly onEnd: () => void;
  readonly count: number;
}

/** Finds variables by label and value. Escape clears it, then closes it. */
export function VariableSearch({ query, onQueryChange, onEnd, count }: VariableSearchProps) {
  const { messages } = useLocale();
  const announce = useAnnounce();

  useEffect(() => {
    if (query.trim() !== '') announce(messages.variables.found(count), 'variable search');
  }, [query, count, messages, announce]);

  function handleKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    // Used here: it must not close the host's chat.
    event.preventDefault();
    event.stopPropagation();
    if (query === '') onEnd();
    else onQueryChange('');
  }

  return (
    <TextInput
      ref={focus}
      type="search"
      className="sbc-variables-query"
      aria-label={messages.variables.search}
      placeholder={messages.variables.search}
      value={query}
      onValueChange={onQueryChange}
      onKeyDown={handleKeyDown}
    />
  );
}

/** It appears because somebody asked for it. */
function focus(input: HTMLInputElement | null) {
  input?.focus();
}
