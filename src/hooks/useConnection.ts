'use client';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useCardContext, useCardStore } from '../provider/useCardContext.ts';
import type { ConnectionState } from '../store/createConnection.ts';

export interface CardConnection extends ConnectionState {
  /** How many changes of this subscriber wait to be sent. */
  readonly waiting: number;
  /** Sends what waits now. */
  readonly resume: () => void;
}

/** How the card stands with its backend: signed out, offline, and what waits for that. */
export function useConnection(): CardConnection {
  const { client } = useCardContext();
  const state = useStore(client.connection.state);
  const statuses = useCardStore(
    useShallow(({ mutations }) => [...mutations.lanes.values()].map(({ head }) => head.status)),
  );
  const waiting = statuses.filter((status) => status === 'queued' || status === 'waiting').length;
  return { ...state, waiting, resume: client.resume };
}
