'use client';
import { NEW } from '../model/field.ts';
import { useCardContext, useSubscriberContext } from '../provider/useCardContext.ts';
import { type DealShape, parseDealName, parseDealStep, parseDealValue, toDealFieldId } from './dealFields.ts';
import { type FormState, useForm } from './useForm.ts';
import { useLocale } from './useLocale.ts';
import { type PipelinesState, usePipelines } from './usePipelines.ts';

export interface DealFormState
  extends FormState<DealShape>,
    Pick<PipelinesState, 'pipelines' | 'isLoading' | 'error'> {
  readonly retry: () => void;
  /** Another pipeline: its first open step, and its currency. */
  readonly changePipeline: (pipelineId: string) => void;
}

/** The form of a new deal: pipeline, step, name, value, assignee. */
export function useDealForm(): DealFormState {
  const { locale, currency } = useLocale();
  const { viewer } = useCardContext();
  const { store } = useSubscriberContext().card;
  const { pipelines, isLoading, error, retry } = usePipelines();
  const [first] = pipelines;
  const firstStep = first?.steps[0] ? { pipelineId: first.id, stepId: first.steps[0].id } : null;
  const form = useForm<DealShape>(
    {
      step: {
        id: toDealFieldId(NEW, 'step'),
        initial: firstStep,
        parse: (input) => parseDealStep(input ?? firstStep),
      },
      name: { id: toDealFieldId(NEW, 'name'), initial: '', parse: parseDealName },
      value: {
        id: toDealFieldId(NEW, 'value'),
        initial: { amount: '', currency: first?.currency ?? currency },
        parse: (input) => parseDealValue(input, locale),
      },
      assignee: {
        id: toDealFieldId(NEW, 'assignee'),
        // Whoever adds a deal is the likeliest to see it through.
        initial: viewer ?? null,
        parse: (value) => ({ ok: true, value }),
      },
    },
    {
      send: ({ step, name, value, assignee }, inputs) =>
        store.createDeal({ ...step, name, value, assigneeId: assignee?.id ?? null }, inputs),
    },
  );
  return {
    ...form,
    // The form may have been opened before the pipelines were known.
    inputs: { ...form.inputs, step: form.inputs.step ?? firstStep },
    pipelines,
    isLoading,
    error,
    retry,
    changePipeline(pipelineId) {
      const pipeline = pipelines.find((candidate) => candidate.id === pipelineId);
      const [step] = pipeline?.steps ?? [];
      // A pipeline without steps is shown as chosen, and cannot be saved.
      form.change('step', { pipelineId, stepId: step?.id ?? '' });
      const { amount } = form.inputs.value;
      // What is typed already was meant in the currency it was typed under.
      if (amount.trim() === '' && pipeline?.currency)
        form.change('value', { amount: '', currency: pipeline.currency });
    },
  };
}
