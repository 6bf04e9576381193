'use client';
import clsx from 'clsx';
import { type AriaAttributes, forwardRef } from 'react';
import { Icon } from './Icon.tsx';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean | undefined;
}

/** What a select of either kind takes. */
export interface SelectProps
  extends Pick<AriaAttributes, 'aria-describedby' | 'aria-invalid' | 'aria-required' | 'aria-labelledby'> {
  /** The accessible name, where no label element names it. */
  readonly label?: string | undefined;
  /** Empty for none. */
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  readonly options: readonly SelectOption[];
  /** Shown while nothing is chosen. */
  readonly placeholder?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly className?: string | undefined;
}

/** The browser's own select. */
export const NativeSelect = forwardRef<HTMLSelectElement, SelectProps>(function NativeSelect(
  { label, value, onValueChange, options, placeholder, className, ...props },
  ref,
) {
  return (
    <span className={clsx('sbc-select', className)} data-placeholder={value === '' || undefined}>
      <select
        ref={ref}
        aria-label={label}
        {...props}
        className="sbc-input sbc-select-native"
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
      >
        {value === '' && (
          <option value="" disabled hidden>
            {placeholder}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevron" className="sbc-select-icon" />
    </span>
  );
});
