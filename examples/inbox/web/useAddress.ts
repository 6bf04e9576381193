import { useSyncExternalStore } from 'react';

/** What an address of the inbox means: `/`, `/c/{conversation}` and, on a phone, `/c/{conversation}/details`. */
export interface Place {
  readonly conversationId: string | null;
  readonly isCardOpen: boolean;
}

/** The place that the browser's address names, and how to go to another. */
export function useAddress(): Place {
  const path = useSyncExternalStore(subscribe, () => location.pathname);
  return parsePlace(path);
}

export function navigate(place: Place, how: 'push' | 'replace' = 'push'): void {
  const path = formatPlace(place);
  if (path === location.pathname) return;
  if (how === 'push') history.pushState(ours, '', path);
  else history.replaceState(history.state, '', path);
  window.dispatchEvent(new PopStateEvent('popstate'));
}

/** Back, where the entry before is of this page; else to `place`, for whoever opened the address directly. */
export function goBack(place: Place): void {
  if (history.state === ours) history.back();
  else navigate(place, 'replace');
}

/** The state of the history entries that were made here. */
const ours = 'inbox';

export function formatPlace({ conversationId, isCardOpen }: Place): string {
  if (conversationId === null) return '/';
  return `/c/${encodeURIComponent(conversationId)}${isCardOpen ? '/details' : ''}`;
}

export function parsePlace(path: string): Place {
  const [, id, details] = /^\/c\/([^/]+)(\/details)?$/.exec(path) ?? [];
  if (id === undefined) return { conversationId: null, isCardOpen: false };
  return { conversationId: decode(id), isCardOpen: details !== undefined };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  return () => window.removeEventListener('popstate', listener);
}
