'use client';
import { useDeferredValue, useSyncExternalStore } from 'react';

/**
 * `false` when a part is first drawn, `true` a moment later: what stands below the fold does not hold up what is in
 * sight. A server draws all of it at once, and so does React 18.
 */
export function useIsLater(): boolean {
  const isServers = useSyncExternalStore(subscribe, inBrowser, onServer);
  return useDeferredValue(true, isServers);
}

const subscribe = () => () => {};
const inBrowser = () => false;
const onServer = () => true;
