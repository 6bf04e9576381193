'use client';
import clsx from 'clsx';
import { forwardRef, type HTMLAttributes, type ReactNode, useId } from 'react';
import { Icon } from './Icon.tsx';

/** Spread on the control that the label names. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
}

export interface FieldProps extends Omit<HTMLAttributes<HTMLDivElement>, 'children'> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong and how to put it right. */
  readonly error?: ReactNode;
  readonly required?: boolean | undefined;
  /** The label is for screen readers only. */
  readonly hideLabel?: boolean | undefined;
  readonly children: (control: FieldControl) => ReactNode;
}

/** A label, its control, a hint and an error, tied together. @selector [data-invalid] */
export const Field = forwardRef<HTMLDivElement, FieldProps>(function Field(
  { label, hint, error, required = false, hideLabel = false, className, children, ...props },
  ref,
) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const control: FieldControl = {
    id,
    'aria-describedby': clsx(errorId, hintId) || undefined,
    'aria-invalid': error ? true : undefined,
    'aria-required': required || undefined,
  };
  return (
    <div
      ref={ref}
      className={clsx('sbc-field', className)}
      data-invalid={error ? true : undefined}
      {...props}
    >
      <label htmlFor={id} className={clsx('sbc-label', hideLabel && 'sbc-visually-hidden')}>
        {label}
      </label>
      {children(control)}
      {error && (
        <p id={errorId} className="sbc-field-error">
          <Icon name="warning" />
          {error}
        </p>
      )}
      {hint && (
        <p id={hintId} className="sbc-field-hint">
          {hint}
        </p>
      )}
    </div>
  );
});
