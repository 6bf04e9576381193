'use client';
import { useState } from 'react';
import { useCapability } from '../hooks/useCapability.ts';
import type { DealFormState } from '../hooks/useDealForm.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { Field } from '../ui/Field.tsx';
import { useAnnounce } from '../ui/LiveRegion.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { EditForm } from './EditForm.tsx';
import { MemberPicker } from './MemberPicker.tsx';
import { toFieldProblem, toFormProblem, toNameProblem } from './problems.ts';
import { toCurrencyCodes } from './toCurrencyCodes.ts';

export interface DealFormProps {
  readonly form: DealFormState;
}

/** The form of a new deal: pipeline, its steps, name, value, who takes it. */
export function DealForm({ form }: DealFormProps) {
  const { inputs, problems, pipelines, change } = form;
  const { messages, currency } = useLocale();
  const texts = messages.dealForm;
  const announce = useAnnounce();
  const canAssign = useCapability('searchMembers');
  const [wasReset, setWasReset] = useState(false);
  const pipeline = pipelines.find(({ id }) => id === inputs.step?.pipelineId);
  const rejected = Object.values(problems).find((problem) => problem?.type === 'rejected');

  function changePipeline(pipelineId: string) {
    if (pipelineId === pipeline?.id) return;
    form.changePipeline(pipelineId);
    setWasReset(true);
    announce(texts.stepReset);
  }

  return (
    <EditForm
      aria-label={texts.label}
      isDirty={form.isDirty}
      error={toFormProblem(Object.values(problems), messages, paths)}
      rejection={rejected?.type === 'rejected' ? rejected.error : undefined}
      saveLabel={texts.save}
      onSave={form.submit}
      cancelLabel={texts.cancel}
      onCancel={form.cancel}
    >
      <div className="sbc-form-row">
        <Field
          label={texts.pipeline}
          error={problems.step?.type === 'rejected' && toFieldProblem(problems.step, messages, 'pipelineId')}
        >
          {(control) => (
            <Select
              {...control}
              value={pipeline?.id ?? ''}
              onValueChange={changePipeline}
              placeholder={texts.choosePipeline}
              options={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Field>
        <Field
          label={texts.step}
          hint={pipeline?.steps.length === 0 ? texts.noSteps : wasReset && texts.stepReset}
          error={
            toFieldProblem(problems.step, messages, 'stepId') ??
            toFieldProblem(problems.step, messages, 'step')
          }
        >
          {(control) => (
            <Select
              {...control}
              value={inputs.step?.stepId ?? ''}
              onValueChange={(stepId) => {
                setWasReset(false);
                if (pipeline) change('step', { pipelineId: pipeline.id, stepId });
              }}
              placeholder={texts.chooseStep}
              options={pipeline?.steps.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            />
          )}
        </Field>
      </div>
      <Field label={texts.name} required error={toNameProblem(problems.name, messages)}>
        {(control) => (
          <TextInput {...control} value={inputs.name} onValueChange={(name) => change('name', name)} />
        )}
      </Field>
      <Field label={texts.value} error={toFieldProblem(problems.value, messages, 'value')}>
        {(control) => (
          <MoneyInput
            {...control}
            value={inputs.value}
            onValueChange={(value) => change('value', value)}
            currencyLabel={texts.currency}
            currencies={toCurrencyCodes([
              pipeline?.currency,
              currency,
              ...pipelines.map((it) => it.currency),
            ])}
          />
        )}
      </Field>
      {canAssign && (
        <Field label={texts.assignee} error={toFieldProblem(problems.assignee, messages, 'assigneeId')}>
          {(control) => (
            <MemberPicker
              {...control}
              label={texts.assignee}
              value={inputs.assignee}
              onValueChange={(member) => change('assignee', member)}
            />
          )}
        </Field>
      )}
    </EditForm>
  );
}

const paths = ['pipelineId', 'stepId', 'step', 'name', 'value', 'assigneeId'];
