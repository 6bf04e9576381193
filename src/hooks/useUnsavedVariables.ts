'use client';
import { useMemo } from 'react';
import { toFieldId, toLane } from '../model/field.ts';
import type { Variable } from '../model/variable.ts';
import { useUnsavedPlaces } from './useUnsavedPlaces.ts';

/** At which places of these variables something is not saved yet. */
export function useUnsavedVariables(variables: readonly Variable[]): readonly number[] {
  return useUnsavedPlaces(
    useMemo(() => variables.map(({ key }) => toLane(toFieldId({ kind: 'variable', key }))), [variables]),
  );
}
