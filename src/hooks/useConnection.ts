'use client';
import { useStore } from 'zustand';
import { useCardContext } from '../provider/useCardContext.ts';
import type { ConnectionState } from '../store/createConnection.ts';
import type { UnsavedChange } from '../store/unsaved.ts';

export interface CardConnection extends ConnectionState {
  /** How many changes wait to be sent, over all subscribers. */
  readonly waiting: number;
  /** Sends what waits now. */
  readonly resume: () => void;
}

/** How the card stands with its backend: signed out, offline, asked for a pause, and what waits for that. */
export function useConnection(): CardConnection {
  const { client } = useCardContext();
  const state = useStore(client.connection.state);
  const waiting = useStore(client.unsaved, countWaiting);
  return { ...state, waiting, resume: client.resume };
}

function countWaiting(unsaved: ReadonlyMap<string, readonly UnsavedChange[]>): number {
  const changes = [...unsaved.values()].flat();
  return changes.filter(({ status }) => status === 'queued' || status === 'waiting').length;
}
