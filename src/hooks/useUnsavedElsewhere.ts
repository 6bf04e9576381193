'use client';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { useCardContext, useSubscriberContext } from '../provider/useCardContext.ts';
import { isFailure, ledgerOf, toFailureId, toKey } from './unsavedLedger.ts';
import { type UnsavedWork, useUnsavedChanges } from './useUnsavedChanges.ts';

/** A subscriber whom no card shows, and what of theirs could not be saved. */
export interface UnsavedSubscriber {
  readonly key: string;
  /** `undefined` where it is not known. */
  readonly name: string | undefined;
  /** What it is about, in the operator's language. */
  readonly labels: readonly string[];
  /** Shows them. Absent where the host has no way. */
  readonly open: (() => void) | undefined;
  /** Hides it until something else fails. Nothing is given up by that. */
  readonly dismiss: () => void;
  /** Whether it has not been said aloud yet. Asking is saying. */
  readonly isNews: () => boolean;
}

/** Those of whom something was refused, has failed or is in conflict while they are not shown; the newest first. */
export function useUnsavedElsewhere(): readonly UnsavedSubscriber[] {
  const { client, onOpenSubscriber } = useCardContext();
  const { ref } = useSubscriberContext();
  const key = ref ? toKey(ref) : null;
  const ledger = ledgerOf(client);
  const { shown, failures } = useStore(ledger.state);
  const unsaved = useUnsavedChanges();
  useEffect(() => (key === null ? undefined : ledger.show(key)), [ledger, key]);

  return useMemo(() => {
    const places = new Map(failures.map((id, place) => [id, place]));
    const found = unsaved
      .filter((work) => isFailure(work) && places.has(toFailureId(work)))
      .filter(({ subscriber }) => toKey(subscriber) !== key && !shown.includes(toKey(subscriber)))
      .sort((a, b) => (places.get(toFailureId(b)) ?? 0) - (places.get(toFailureId(a)) ?? 0));
    return [...bySubscriber(found)].map(([of, work]): UnsavedSubscriber => {
      const [{ subscriber, name }] = work;
      const ids = work.map(toFailureId);
      return {
        key: of,
        name,
        labels: [...new Set(work.flatMap(({ labels }) => labels))],
        open: onOpenSubscriber && (() => onOpenSubscriber(subscriber)),
        dismiss: () => ledger.dismiss(ids),
        isNews: () => ids.map(ledger.isNews).includes(true),
      };
    });
  }, [ledger, shown, failures, unsaved, key, onOpenSubscriber]);
}

type Some<T> = [T, ...T[]];

function bySubscriber(all: readonly UnsavedWork[]): Map<string, Some<UnsavedWork>> {
  const groups = new Map<string, Some<UnsavedWork>>();
  for (const work of all) {
    const key = toKey(work.subscriber);
    const group = groups.get(key);
    if (group) group.push(work);
    else groups.set(key, [work]);
  }
  return groups;
}
