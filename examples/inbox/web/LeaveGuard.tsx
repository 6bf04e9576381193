import { useEffect, useSyncExternalStore } from 'react';
import { useUnsavedChanges } from 'subscriber-card/headless';
import { useClient } from './ClientContext.ts';
import type { OutgoingMessage } from './inboxState.ts';

export interface LeaveGuardProps {
  /** Messages that the server has not taken yet. They end with the page. */
  readonly outbox: readonly OutgoingMessage[];
}

/**
 * Asks before the page goes with something that was submitted and is not saved: a tab that is closed takes it along.
 * What is only typed is kept over a reload and asks nobody, as long as it can be kept.
 */
export function LeaveGuard({ outbox }: LeaveGuardProps) {
  const { subscribe, getState } = useClient().persistence;
  const isKept = useSyncExternalStore(subscribe, () => !getState().isFailing);
  const unsaved = useUnsavedChanges();
  const isNeeded = outbox.length > 0 || unsaved.some(({ status }) => status !== 'draft' || !isKept);
  useEffect(() => {
    if (!isNeeded) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isNeeded]);
  return null;
}
