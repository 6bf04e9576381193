'use client';
import clsx from 'clsx';
import { type ButtonHTMLAttributes, forwardRef } from 'react';

export interface SwitchProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'role' | 'children'> {
  /** The accessible name, where no label element names it. */
  readonly label?: string | undefined;
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
}

/** Yes or no. @selector [aria-checked] */
export const Switch = forwardRef<HTMLButtonElement, SwitchProps>(function Switch(
  { label, checked, onCheckedChange, className, onClick, ...props },
  ref,
) {
  return (
    <button
      ref={ref}
      type="button"
      role="switch"
      aria-checked={checked}
      aria-label={label}
      {...props}
      className={clsx('sbc-switch', className)}
      onClick={(event) => {
        onClick?.(event);
        if (!event.defaultPrevented) onCheckedChange(!checked);
      }}
    >
      <span className="sbc-switch-thumb" />
    </button>
  );
});
