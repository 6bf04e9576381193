'use client';
import { useMemo } from 'react';
import { toDealLane } from '../model/field.ts';
import type { DealFacts } from '../store/confirmed.ts';
import { useUnsavedPlaces } from './useUnsavedPlaces.ts';

/** At which places of these deals something is not saved yet. */
export function useUnsavedDeals(deals: readonly DealFacts[]): readonly number[] {
  return useUnsavedPlaces(useMemo(() => deals.map(({ id }) => toDealLane(id)), [deals]));
}
