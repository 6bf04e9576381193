'use client';
import clsx from 'clsx';
import { forwardRef, type InputHTMLAttributes } from 'react';
import { NativeSelect } from './NativeSelect.tsx';
import { TextInput } from './TextInput.tsx';

/** An amount as it was typed, and an ISO 4217 code. */
export interface MoneyText {
  readonly amount: string;
  readonly currency: string;
}

export interface MoneyInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'type'> {
  readonly value: MoneyText;
  readonly onValueChange: (value: MoneyText) => void;
  /** The accessible name of the amount, where no label element names it. */
  readonly amountLabel?: string | undefined;
  readonly currencyLabel: string;
  /** The codes to choose from. Without it the code is typed. */
  readonly currencies?: readonly string[] | undefined;
}

/** An amount with its currency. The other props and the ref go to the amount. */
export const MoneyInput = forwardRef<HTMLInputElement, MoneyInputProps>(function MoneyInput(
  { value, onValueChange, amountLabel, currencyLabel, currencies, className, ...props },
  ref,
) {
  const { amount, currency } = value;
  const setCurrency = (code: string) => onValueChange({ amount, currency: code.toUpperCase() });
  return (
    <div className={clsx('sbc-money', className)}>
      <TextInput
        ref={ref}
        inputMode="decimal"
        aria-label={amountLabel}
        dir="ltr"
        {...props}
        value={amount}
        onValueChange={(text) => onValueChange({ amount: text, currency })}
      />
      {currencies ? (
        <NativeSelect
          label={currencyLabel}
          value={currency}
          options={withCurrent(currencies, currency).map((code) => ({ value: code, label: code }))}
          disabled={props.disabled}
          onValueChange={setCurrency}
        />
      ) : (
        <TextInput
          aria-label={currencyLabel}
          dir="ltr"
          maxLength={3}
          spellCheck={false}
          value={currency}
          disabled={props.disabled}
          onValueChange={setCurrency}
        />
      )}
    </div>
  );
});

/** A value may carry a code that the host does not offer; it is not taken away from it. */
function withCurrent(codes: readonly string[], current: string): readonly string[] {
  return current === '' || codes.includes(current) ? codes : [current, ...codes];
}
