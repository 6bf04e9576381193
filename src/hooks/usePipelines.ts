'use client';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { AdapterError } from '../adapters/AdapterError.ts';
import type { Pipeline } from '../model/deal.ts';
import { useCardContext } from '../provider/useCardContext.ts';
import { useCapability } from './useCapability.ts';

export interface PipelinesState {
  readonly pipelines: readonly Pipeline[];
  readonly isLoading: boolean;
  readonly error: AdapterError | undefined;
  readonly retry: () => void;
}

/** The account's pipelines with their steps. */
export function usePipelines(): PipelinesState {
  const { client } = useCardContext();
  const canList = useCapability('listPipelines');
  const { status, items, error } = useStore(client.pipelines.state);
  useEffect(() => {
    if (canList) void client.pipelines.load();
  }, [client, canList]);
  return {
    pipelines: items,
    isLoading: canList && (status === 'idle' || status === 'loading'),
    error,
    retry: () => void client.pipelines.retry(),
  };
}
