import type { CardStorage } from '../store/createPersistence.ts';

/**
 * Keeps drafts and unsent changes in the browser tab, until it is closed. Made anywhere, on a server too: the
 * browser's `sessionStorage` is first touched when something is kept, and a browser that blocks it is told of by
 * the card.
 */
export function createSessionStorage(): CardStorage {
  return {
    keys: () => (typeof window === 'undefined' ? [] : Object.keys(window.sessionStorage)),
    get: (key) => window.sessionStorage.getItem(key),
    set: (key, value) => window.sessionStorage.setItem(key, value),
    remove: (key) => window.sessionStorage.removeItem(key),
  };
}
