'use client';
import type { ReactNode } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import type { EditorInput, MoneyInput as MoneyText } from '../i18n/parse.ts';
import type { Variable } from '../model/variable.ts';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { ChoiceInput } from './ChoiceInput.tsx';
import { DayInput } from './DayInput.tsx';
import { TypedInput } from './TypedInput.tsx';
import { toCurrencyCodes } from './toCurrencyCodes.ts';

/** What every editor of a variable takes. */
export interface VariableInputProps<Input extends EditorInput | undefined = EditorInput | undefined> {
  readonly variable: Pick<Variable, 'type' | 'options'>;
  /** The accessible name, as plain text. */
  readonly label: string;
  readonly input: Input;
  readonly onChange: (input: EditorInput) => void;
  /** Something was picked that needs no Enter. */
  readonly onPick: (input: EditorInput) => void;
  /** The reader has just asked for this editor: a list opens with it. */
  readonly isFresh: boolean;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: true | undefined;
}

/** The editor of a value, by its type. A boolean has none: `VariableSwitch` stands where its value is. */
export function VariableInput(props: VariableInputProps): ReactNode {
  const { variable, input } = props;
  switch (variable.type) {
    case 'select':
    case 'multiselect':
      return <ChoiceInput {...props} input={toIds(input)} />;
    case 'currency':
      return <AmountInput {...props} input={isMoney(input) ? input : { amount: '', currency: '' }} />;
    case 'date':
    case 'datetime':
      return <DayInput {...props} input={toText(input)} />;
    default:
      return <TypedInput {...props} input={toText(input)} />;
  }
}

function AmountInput({ label, input, onChange, ...props }: VariableInputProps<MoneyText>) {
  const { messages, currency } = useLocale();
  return (
    <MoneyInput
      amountLabel={label}
      currencyLabel={messages.variables.currency(label)}
      currencies={toCurrencyCodes([currency])}
      aria-describedby={props['aria-describedby']}
      aria-invalid={props['aria-invalid']}
      value={input}
      onValueChange={onChange}
    />
  );
}

function toText(input: EditorInput | undefined): string {
  return typeof input === 'string' ? input : '';
}

function toIds(input: EditorInput | undefined): readonly string[] {
  if (typeof input === 'string') return [input];
  return Array.isArray(input) ? input : [];
}

function isMoney(input: EditorInput | undefined): input is MoneyText {
  return typeof input === 'object' && input !== null && 'amount' in input;
}
