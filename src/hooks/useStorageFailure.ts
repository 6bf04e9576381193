'use client';
import { useState } from 'react';
import { useStore } from 'zustand';
import { useCardContext } from '../provider/useCardContext.ts';
import type { CardClient } from '../store/createCardClient.ts';

export interface StorageFailure {
  /** What is typed does not outlive a reload, though the host wanted that; and the operator may not know. */
  readonly isNews: boolean;
  readonly dismiss: () => void;
}

/** Clients whose operator knows. */
const known = new WeakSet<CardClient>();

/** Whether the storage for drafts has failed. It is told once: a storage may fail for one text and not for the next. */
export function useStorageFailure(): StorageFailure {
  const { client } = useCardContext();
  const { isFailing } = useStore(client.persistence);
  const [failed, setFailed] = useState<CardClient | null>(null);
  if (isFailing && failed !== client && !known.has(client)) setFailed(client);
  return {
    isNews: failed === client,
    dismiss() {
      known.add(client);
      setFailed(null);
    },
  };
}
