'use client';
import { forwardRef } from 'react';
import { TextInput, type TextInputProps } from './TextInput.tsx';

export interface DateInputProps extends Omit<TextInputProps, 'type' | 'value'> {
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
}

/** A day, in the browser's own date field. */
export const DateInput = forwardRef<HTMLInputElement, DateInputProps>(function DateInput(props, ref) {
  // A year of six digits is what the field offers by default; nobody means one.
  return <TextInput ref={ref} max="9999-12-31" {...props} type="date" />;
});
