'use client';
import { forwardRef } from 'react';
import { TextInput, type TextInputProps } from './TextInput.tsx';

export interface DateTimeInputProps extends Omit<TextInputProps, 'type' | 'value'> {
  /** `YYYY-MM-DDTHH:mm` on the reader's wall clock, or empty. */
  readonly value: string;
}

/** A day and an hour, in the browser's own field. */
export const DateTimeInput = forwardRef<HTMLInputElement, DateTimeInputProps>(
  function DateTimeInput(props, ref) {
    return <TextInput ref={ref} max="9999-12-31T23:59" {...props} type="datetime-local" />;
  },
);
