import { useSyncExternalStore } from 'react';
import type { Member } from 'subscriber-card/headless';

/** Who sits at this tab. */
export interface SignedIn {
  readonly token: string;
  readonly operator: Member;
  readonly workspace: Workspace;
}

export interface Workspace {
  readonly id: string;
  readonly name: string;
}

export interface Operator extends Member {
  readonly workspace: Workspace;
}

export interface SessionState {
  readonly current: SignedIn | null;
  /** The server has ended the session, and the operator is asked to sign in again. */
  readonly isRenewing: boolean;
}

export interface Session {
  getState(): SessionState;
  subscribe(listener: () => void): () => void;
  signIn(operatorId: string): Promise<void>;
  signOut(): void;
  /** Resolves when the operator has signed in again, however many ask; at once where `refused` is an old token. */
  renew(refused?: string): Promise<void>;
}

const storageKey = 'inbox.session';

/** Kept per tab, so that two tabs can be two operators. */
export function createSession(): Session {
  let state: SessionState = { current: readStored(), isRenewing: false };
  let renewal: { promise: Promise<void>; resolve: () => void } | null = null;
  const listeners = new Set<() => void>();

  function set(next: SessionState) {
    state = next;
    if (next.current) sessionStorage.setItem(storageKey, JSON.stringify(next.current));
    else sessionStorage.removeItem(storageKey);
    for (const listener of listeners) listener();
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async signIn(operatorId) {
      const response = await fetch('/api/session', { method: 'POST', body: JSON.stringify({ operatorId }) });
      if (!response.ok) throw new Error(`The server answered ${response.status} to the sign-in.`);
      set({ current: (await response.json()) as SignedIn, isRenewing: false });
      renewal?.resolve();
      renewal = null;
    },
    signOut() {
      const { current } = state;
      renewal = null;
      set({ current: null, isRenewing: false });
      if (!current) return;
      const headers = { authorization: `Bearer ${current.token}` };
      // The tab has forgotten the token already: a server that does not hear of it loses nothing.
      fetch('/api/session', { method: 'DELETE', headers }).catch(() => {});
    },
    renew(refused = state.current?.token) {
      if (refused !== state.current?.token) return Promise.resolve();
      if (!renewal) {
        renewal = withResolver();
        set({ ...state, isRenewing: true });
      }
      return renewal.promise;
    },
  };
}

export function useSession(session: Session): SessionState {
  return useSyncExternalStore(session.subscribe, session.getState);
}

export async function listOperators(signal: AbortSignal): Promise<readonly Operator[]> {
  const response = await fetch('/api/operators', { signal });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return (await response.json()) as readonly Operator[];
}

function readStored(): SignedIn | null {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') as SignedIn | null;
  } catch {
    return null;
  }
}

function withResolver() {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
