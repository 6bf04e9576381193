'use client';
import { DateInput } from '../ui/DateInput.tsx';
import { DateTimeInput } from '../ui/DateTimeInput.tsx';
import { readDayField, UNFINISHED } from './readDayField.ts';
import type { VariableInputProps } from './VariableInput.tsx';

/** A day, or a moment in the operator's zone, in the browser's own field. */
export function DayInput({ variable, label, input, onChange, ...props }: VariableInputProps<string>) {
  const Input = variable.type === 'date' ? DateInput : DateTimeInput;
  return (
    <Input
      aria-label={label}
      aria-describedby={props['aria-describedby']}
      aria-invalid={props['aria-invalid']}
      value={input === UNFINISHED ? '' : input}
      onChange={({ target }) => onChange(readDayField(target))}
    />
  );
}
