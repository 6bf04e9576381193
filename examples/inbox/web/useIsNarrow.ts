import { useSyncExternalStore } from 'react';

// The same width as in styles/base.css.
const query = matchMedia('(width < 800px)');

/** One pane at a time, as on a phone. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => query.matches,
  );
}
