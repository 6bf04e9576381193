'use client';
import type { DealConflict } from '../hooks/useDeal.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { usePipelines } from '../hooks/usePipelines.ts';
import { formatMoney } from '../i18n/format.ts';
import type { DealStep } from '../model/deal.ts';
import type { Member } from '../model/member.ts';
import type { Money } from '../model/money.ts';

/** Makes the value of a deal's field a text; `null` where it is not set. */
export function useDealText(): (field: DealConflict['field'], value: unknown) => string | null {
  const { locale, messages } = useLocale();
  const { pipelines } = usePipelines();
  return (field, value) => {
    if (value === null || value === undefined) return null;
    switch (field) {
      case 'name':
        return value as string;
      case 'value':
        return formatMoney(value as Money, locale);
      case 'assignee':
        return (value as Member).name;
      case 'step': {
        const { pipelineId, stepId } = value as DealStep;
        const pipeline = pipelines.find(({ id }) => id === pipelineId);
        return pipeline?.steps.find(({ id }) => id === stepId)?.name ?? messages.deals.unknownStep;
      }
    }
  };
}
