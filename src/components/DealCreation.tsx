'use client';
import { useId } from 'react';
import type { PendingDeal } from '../hooks/useDeals.ts';
import { useMemberSearch } from '../hooks/useMemberSearch.ts';
import { usePipelines } from '../hooks/usePipelines.ts';
import { DealSummary } from './DealSummary.tsx';
import { SaveNote } from './SaveNote.tsx';
import { useSaveNews } from './useSaveNews.ts';

export interface DealCreationProps {
  readonly pending: PendingDeal;
}

/** A deal that was asked for and is not confirmed. @selector [data-pending] [data-failed] */
export function DealCreation({ pending }: DealCreationProps) {
  const { draft, status } = pending;
  const { pipelines, isLoading } = usePipelines();
  const { items: members } = useMemberSearch('', false);
  const nameId = useId();
  const pipeline = pipelines.find(({ id }) => id === draft.pipelineId);
  const step = pipeline?.steps.find(({ id }) => id === draft.stepId);
  const assignee = members.find(({ id }) => id === draft.assigneeId) ?? null;
  useSaveNews(draft.name, { status, error: pending.error, problem: undefined, conflict: undefined });
  const isFailed = status === 'failed' || status === 'unknown';
  return (
    <li>
      <article
        tabIndex={-1}
        aria-labelledby={nameId}
        className="sbc-deal"
        data-status={step?.outcome ?? 'open'}
        data-pending={!isFailed || undefined}
        data-failed={isFailed || undefined}
      >
        <DealSummary
          nameId={nameId}
          deal={{ ...draft, assignee, status: step?.outcome ?? 'open' }}
          pipeline={pipeline}
          step={step}
          isStepLoading={isLoading}
        />
        <SaveNote
          status={status}
          error={pending.error}
          onRetry={pending.retry}
          onDiscard={pending.discard}
          onCheck={pending.check}
        />
      </article>
    </li>
  );
}
