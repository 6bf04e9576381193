import type { StoreApi } from 'zustand/vanilla';

/** A store for those who look, and change nothing: what `useStore` of zustand takes. */
export type ReadableStore<State> = Pick<StoreApi<State>, 'getState' | 'getInitialState' | 'subscribe'>;
