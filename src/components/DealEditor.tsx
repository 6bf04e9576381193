'use client';
import type { DealState } from '../hooks/useDeal.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { Field } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { SelectList } from '../ui/SelectList.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { FieldConflict } from './FieldConflict.tsx';
import { toFieldProblem, toNameProblem } from './problems.ts';
import { toCurrencyCodes } from './toCurrencyCodes.ts';
import { useDealText } from './useDealText.ts';
import { useFormProblem } from './useFormProblem.ts';

export interface DealEditorProps {
  readonly state: DealState;
}

/** Step, name and value of a deal, in the place where they are read. */
export function DealEditor({ state: { form, pipeline, deal } }: DealEditorProps) {
  const { inputs, problems, change } = form;
  const { messages, currency } = useLocale();
  const texts = messages.dealForm;
  const toText = useDealText();
  const stepId = inputs.step?.stepId ?? deal.stepId;
  const steps = pipeline?.steps ?? [{ id: deal.stepId, name: messages.deals.unknownStep }];
  const error = useFormProblem(Object.values(problems), messages, paths);

  function conflictOf(name: 'step' | 'name' | 'value') {
    const conflict = form.conflicts[name];
    return (
      conflict && (
        <FieldConflict
          field={texts[name]}
          theirs={toText(name, conflict.theirs)}
          by={conflict.by}
          at={conflict.at}
          onKeepMine={() => form.keepMine(name)}
          onTakeTheirs={() => form.takeTheirs(name)}
        />
      )
    );
  }

  return (
    <>
      <Field label={texts.step} error={toFieldProblem(problems.step, messages, 'step')}>
        {(control) => (
          <>
            <SelectList
              {...control}
              label={texts.step}
              value={[stepId]}
              onValueChange={([picked = stepId]) =>
                change('step', { pipelineId: deal.pipelineId, stepId: picked })
              }
              options={steps.map(({ id, name, color }) => ({ id, label: name, color }))}
            />
            {conflictOf('step')}
          </>
        )}
      </Field>
      <Field label={texts.name} error={toNameProblem(problems.name, messages)}>
        {(control) => (
          <>
            <TextInput {...control} value={inputs.name} onValueChange={(name) => change('name', name)} />
            {conflictOf('name')}
          </>
        )}
      </Field>
      <Field label={texts.value} error={toFieldProblem(problems.value, messages, 'value')}>
        {(control) => (
          <>
            <MoneyInput
              {...control}
              value={inputs.value}
              onValueChange={(value) => change('value', value)}
              currencyLabel={texts.currency}
              currencies={toCurrencyCodes([inputs.value.currency, pipeline?.currency, currency])}
            />
            {conflictOf('value')}
          </>
        )}
      </Field>
      {error && (
        <div role="alert" className="sbc-form-error">
          <Icon name="warning" />
          {error}
        </div>
      )}
    </>
  );
}

const paths = ['step', 'name', 'value'];
