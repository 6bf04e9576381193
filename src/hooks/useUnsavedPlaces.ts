'use client';
import { useMemo } from 'react';
import { type Lane, toLane } from '../model/field.ts';
import { useSlice } from './useSlice.ts';

/** At which places of a list something is typed, on its way, or waits for a decision. */
export function useUnsavedPlaces(lanes: readonly Lane[]): readonly number[] {
  const places = useMemo(() => new Map(lanes.map((lane, place) => [lane, place])), [lanes]);
  return useSlice(({ drafts, mutations }) => {
    const fields = [...drafts.keys(), ...mutations.conflicts.keys()];
    const unsaved = new Set([...fields.map(toLane), ...mutations.lanes.keys()]);
    return [...unsaved].flatMap((lane) => places.get(lane) ?? []).sort((a, b) => a - b);
  });
}
