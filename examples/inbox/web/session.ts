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
  /** The token of this operator; `undefined` while somebody else sits here, or nobody. */
  tokenOf(operatorId: string): string | undefined;
  /**
   * Resolves when this operator has signed in again, however many ask; at once where `refused` is an old token. What
   * one operator has left unsaved is never sent in the name of another.
   */
  renew(operatorId: string, refused?: string): Promise<void>;
}

const storageKey = 'inbox.session';

/** Kept per tab, so that two tabs can be two operators. */
export function createSession(): Session {
  let state: SessionState = { current: readStored(), isRenewing: false };
  const renewals = new Map<string, ReturnType<typeof withResolver>>();
  const listeners = new Set<() => void>();

  function set(next: SessionState) {
    state = next;
    if (next.current) sessionStorage.setItem(storageKey, JSON.stringify(next.current));
    else sessionStorage.removeItem(storageKey);
    for (const listener of listeners) listener();
  }

  function tokenOf(operatorId: string) {
    return state.current?.operator.id === operatorId ? state.current.token : undefined;
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
      renewals.get(operatorId)?.resolve();
      renewals.delete(operatorId);
    },
    signOut() {
      const { current } = state;
      set({ current: null, isRenewing: false });
      if (!current) return;
      const headers = { authorization: `Bearer ${current.token}` };
      // The tab has forgotten the token already: a server that does not hear of it loses nothing.
      fetch('/api/session', { method: 'DELETE', headers }).catch(() => {});
    },
    tokenOf,
    renew(operatorId, refused = tokenOf(operatorId)) {
      const token = tokenOf(operatorId);
      if (token !== undefined && token !== refused) return Promise.resolve();
      const renewal = renewals.get(operatorId) ?? withResolver();
      renewals.set(operatorId, renewal);
      if (token !== undefined && !state.isRenewing) set({ ...state, isRenewing: true });
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
