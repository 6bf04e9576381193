'use client';
import type { DataAdapter } from '../adapters/DataAdapter.ts';
import { useCardContext } from '../provider/useCardContext.ts';

/** A method of the adapter that may be absent. */
export type Capability = Exclude<keyof DataAdapter, 'getSubscriber' | 'idempotent'>;

/** Whether the backend can do it at all. What one subscriber may not is said by `readOnly` in the data. */
export function useCapability(capability: Capability): boolean {
  return useCardContext().adapter[capability] !== undefined;
}
