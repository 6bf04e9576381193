'use client';
import clsx from 'clsx';
import { forwardRef, type TextareaHTMLAttributes } from 'react';

export interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  readonly onValueChange?: ((text: string) => void) | undefined;
}

/** Several lines of text; grows with them where the browser can. */
export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(
  { onValueChange, onChange, className, ...props },
  ref,
) {
  return (
    <textarea
      ref={ref}
      rows={3}
      autoComplete="off"
      dir="auto"
      {...props}
      className={clsx('sbc-input sbc-textarea', className)}
      onChange={(event) => {
        onChange?.(event);
        onValueChange?.(event.target.value);
      }}
    />
  );
});
