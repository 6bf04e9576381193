'use client';
import { useMemo } from 'react';
import type { AdapterError } from '../adapters/AdapterError.ts';
import type { MoneyInput } from '../i18n/parse.ts';
import { toInput } from '../i18n/parse.ts';
import type { Deal, DealStep, Pipeline, Step } from '../model/deal.ts';
import { type FieldId, type Lane, toDealLane } from '../model/field.ts';
import type { Member } from '../model/member.ts';
import type { Money } from '../model/money.ts';
import { useCardContext, useSubscriberContext } from '../provider/useCardContext.ts';
import type { CardState } from '../store/cardState.ts';
import type { DealFacts } from '../store/confirmed.ts';
import { type MutationStatus, shown } from '../store/mutations.ts';
import { type DealShape, parseDealName, parseDealStep, parseDealValue, toDealFieldId } from './dealFields.ts';
import { useCapability } from './useCapability.ts';
import type { FieldConflict } from './useField.ts';
import { type FormState, useForm } from './useForm.ts';
import { useLocale } from './useLocale.ts';
import { usePipelines } from './usePipelines.ts';
import { toReadOnly } from './useReadOnly.ts';
import { type ReplacedField, useReplaced } from './useReplaced.ts';
import { useSlice } from './useSlice.ts';

/** What of a deal is edited in place. */
export type EditableDealShape = Pick<DealShape, 'name' | 'step' | 'value'>;

export interface DealState {
  /** The deal as the reader sees it, with what was asked for. */
  readonly deal: Deal;
  readonly pipeline: Pipeline | undefined;
  readonly step: Step | undefined;
  /** Its pipeline and step may still become known. */
  readonly isStepLoading: boolean;
  /** The fate of the last change, until it is confirmed. */
  readonly status: MutationStatus | undefined;
  readonly error: AdapterError | undefined;
  /** `false`, or why it may not be edited; `''` where no reason is known. */
  readonly readOnly: false | string;
  readonly canEdit: boolean;
  readonly canDelete: boolean;
  /** Step, name and value, edited in place as one group. */
  readonly form: FormState<EditableDealShape>;
  /** What a colleague changed faster than this client could save. */
  readonly conflicts: readonly DealConflict[];
  /** What was written over, where the backend has no revisions to prevent that. */
  readonly replaced: readonly ReplacedField[];
  readonly retry: () => void;
  readonly discard: () => void;
  readonly remove: () => void;
}

export interface DealConflict extends FieldConflict<unknown> {
  readonly field: 'name' | 'step' | 'value' | 'assignee';
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
}

/** One deal of the list: what it holds, its editors and the fate of its last change. */
export function useDeal(facts: DealFacts): DealState {
  const { id } = facts;
  const lane = toDealLane(id);
  const { locale, currency } = useLocale();
  const { readOnly: cardReadOnly } = useCardContext();
  const { store } = useSubscriberContext().card;
  const ids = useMemo(() => fieldNames.map((field) => toDealFieldId(id, field)), [id]);
  const { values, refused, confirmed, queue, readOnly } = useSlice((state) =>
    readDeal(state, ids, lane, cardReadOnly),
  );
  const [name = '', at = nowhere, value = null, assignee = null] = values as DealValues;
  const replaced = useReplaced(lane);
  const { pipelines, isLoading } = usePipelines();
  const pipeline = pipelines.find((candidate) => candidate.id === at.pipelineId);
  const step = pipeline?.steps.find((candidate) => candidate.id === at.stepId);
  const emptyAmount: MoneyInput = { amount: '', currency: pipeline?.currency ?? currency };
  const toMoneyInput = (money: Money | null) =>
    money ? (toInput({ type: 'currency' }, money, locale) as MoneyInput) : emptyAmount;
  const form = useForm<EditableDealShape>({
    name: { id: toDealFieldId(id, 'name'), initial: name, toInput: (it) => it, parse: parseDealName },
    step: { id: toDealFieldId(id, 'step'), initial: at, toInput: (it) => it, parse: parseDealStep },
    value: {
      id: toDealFieldId(id, 'value'),
      initial: toMoneyInput(value),
      toInput: toMoneyInput,
      parse: (input) => parseDealValue(input, locale),
    },
  });
  const canUpdate = useCapability('updateDeal');
  const canRemove = useCapability('deleteDeal');
  return {
    deal: { ...facts, name, ...at, value, assignee, status: step?.outcome ?? (step ? 'open' : facts.status) },
    pipeline,
    step,
    isStepLoading: isLoading,
    status: (queue?.behind ?? queue?.head)?.status,
    error: queue?.head.error,
    readOnly,
    canEdit: canUpdate && readOnly === false,
    canDelete: canRemove && readOnly === false,
    form,
    conflicts: fieldNames.flatMap((field, place): DealConflict[] => {
      const mine = refused[place];
      if (!mine || form.isOpen) return [];
      const fieldId = toDealFieldId(id, field);
      const theirs = confirmed[place];
      return [
        {
          field,
          theirs: theirs?.value,
          mine: mine.value,
          by: theirs?.by,
          at: theirs?.at,
          keepMine: () => store.keepMine(fieldId),
          takeTheirs: () => store.takeTheirs(fieldId),
        },
      ];
    }),
    replaced,
    retry: () => store.retry(lane),
    discard: () => store.discard(lane),
    remove: () => store.deleteDeal(id),
  };
}

/** Of a deal that was gone before this page heard of it: only what was typed into it is known. */
const nowhere: DealStep = { pipelineId: '', stepId: '' };

const fieldNames = ['name', 'step', 'value', 'assignee'] as const;

type DealValues = [string?, DealStep?, (Money | null)?, (Member | null)?];

/** What a row draws, in one subscription: with each news every row is asked whether it has changed. */
function readDeal(state: CardState, ids: readonly FieldId[], lane: Lane, cardReadOnly: false | string) {
  const { mutations, confirmed } = state;
  const { conflicts, lanes } = mutations;
  return {
    values: ids.map((id) => shown(mutations, confirmed, id)),
    refused: ids.map((id) => conflicts.get(id)),
    confirmed: ids.map((id) => (conflicts.has(id) ? confirmed.fields.get(id) : undefined)),
    queue: lanes.get(lane),
    readOnly: toReadOnly(cardReadOnly, state, lane),
  };
}
