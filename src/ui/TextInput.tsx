'use client';
import clsx from 'clsx';
import { forwardRef, type InputHTMLAttributes } from 'react';

export interface TextInputProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly onValueChange?: ((text: string) => void) | undefined;
}

/** One line of text. The browser's memory stays out of it: these are other people's data. */
export const TextInput = forwardRef<HTMLInputElement, TextInputProps>(function TextInput(
  { onValueChange, onChange, className, ...props },
  ref,
) {
  return (
    <input
      ref={ref}
      type="text"
      autoComplete="off"
      dir="auto"
      {...props}
      className={clsx('sbc-input', className)}
      onChange={(event) => {
        onChange?.(event);
        onValueChange?.(event.target.value);
      }}
    />
  );
});
