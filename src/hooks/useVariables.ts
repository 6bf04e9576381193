'use client';
import type { Variable } from '../model/variable.ts';
import { useCardStore } from '../provider/useCardContext.ts';
import { type Section, useSection } from './useSection.ts';

export interface VariablesState extends Section {
  /** What variables there are, in the backend's order. Their values move: {@link useVariable} has them. */
  readonly variables: readonly Variable[];
}

/** The list of a subscriber's variables. */
export function useVariables(): VariablesState {
  const section = useSection('subscriber');
  const variables = useCardStore((state) => state.confirmed.variables);
  return { ...section, variables };
}
