'use client';
import type { DealConflict, DealState } from '../hooks/useDeal.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { usePipelines } from '../hooks/usePipelines.ts';
import { formatMoney } from '../i18n/format.ts';
import type { DealStep } from '../model/deal.ts';
import type { Member } from '../model/member.ts';
import type { Money } from '../model/money.ts';
import { FieldConflict } from './FieldConflict.tsx';

export interface DealConflictsProps {
  readonly state: DealState;
}

/** What a colleague changed while it was being edited or saved here, field by field. */
export function DealConflicts({ state: { form, conflicts } }: DealConflictsProps) {
  const { messages } = useLocale();
  const format = useDealFormat();
  const open = (['step', 'name', 'value'] as const).flatMap((field) => {
    const conflict = form.conflicts[field];
    if (!form.isOpen || !conflict) return [];
    return [
      {
        ...conflict,
        field,
        keepMine: () => form.keepMine(field),
        takeTheirs: () => form.takeTheirs(field),
      },
    ];
  });
  return [...open, ...conflicts].map(({ field, theirs, mine, by, at, keepMine, takeTheirs }) => (
    <FieldConflict
      key={field}
      field={messages.dealForm[field]}
      theirs={format(field, theirs)}
      mine={mine === undefined ? undefined : (format(field, mine) ?? messages.deals.noValue)}
      by={by}
      at={at}
      onKeepMine={keepMine}
      onTakeTheirs={takeTheirs}
    />
  ));
}

/** The value of a field as text; `null` where it is not set. */
function useDealFormat(): (field: DealConflict['field'], value: unknown) => string | null {
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
