'use client';
import type { Lane } from '../model/field.ts';
import { useCardContext, useCardStore } from '../provider/useCardContext.ts';
import type { CardState } from '../store/cardState.ts';

/** `false`, or why it may not be edited: by the host, for this subscriber, or in this lane. `''`: no reason is known. */
export function useReadOnly(lane?: Lane): false | string {
  const { readOnly } = useCardContext();
  return useCardStore((state) => toReadOnly(readOnly, state, lane));
}

/** A lock without a reason is `''`, and a lock all the same. */
export function toReadOnly(
  cardReadOnly: false | string,
  { confirmed, locks }: CardState,
  lane?: Lane,
): false | string {
  const reasons = [cardReadOnly, confirmed.subscriber?.readOnly, lane && locks.get(lane)];
  return reasons.find((reason) => typeof reason === 'string') ?? false;
}
