'use client';
import { type HTMLAttributes, type InputHTMLAttributes, useState } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { formatSize } from '../i18n/format.ts';
import { Button } from '../ui/Button.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { bytesIn, LARGE } from './LongText.tsx';
import type { VariableInputProps } from './VariableInput.tsx';

/** Whatever is written as text: also numbers, phones, addresses and links, each with its keyboard. */
export function TypedInput({ variable, label, input, onChange, ...props }: VariableInputProps<string>) {
  const { messages, locale, dir } = useLocale();
  // Both are decided once: an editor that changes its kind under the hand would lose the caret, and one line of text
  // cannot hold the line breaks that somebody else put there.
  const [isLarge] = useState(input.length > LARGE);
  const [hasLines] = useState(isLarge || variable.type === 'text' || /[\r\n]/.test(input));
  const [isFolded, setIsFolded] = useState(isLarge);
  const control = {
    'aria-label': label,
    'aria-describedby': props['aria-describedby'],
    'aria-invalid': props['aria-invalid'],
    value: input,
    onValueChange: onChange,
  };
  if (isFolded) {
    return (
      <div className="sbc-large">
        <span>{messages.variables.large(formatSize(bytesIn(input), locale))}</span>
        <Button variant="link" onClick={() => setIsFolded(false)}>
          {messages.variables.editLarge}
        </Button>
      </div>
    );
  }
  // The button that asked for it is gone, and the focus with it.
  if (hasLines) {
    // To find out its direction from a megabyte of text the browser needs fifteen seconds.
    const large = isLarge ? { ref: focus, dir, className: 'sbc-large-input' } : {};
    return <TextArea {...large} {...control} />;
  }
  return <TextInput {...keyboards.get(variable.type)} {...control} />;
}

function focus(control: HTMLElement | null) {
  control?.focus();
}

const exact: HTMLAttributes<HTMLInputElement> = { dir: 'ltr', spellCheck: false, autoCapitalize: 'none' };

// Not type=email nor type=url: the browser rewrites what is typed there before we have seen it.
const keyboards: ReadonlyMap<string, InputHTMLAttributes<HTMLInputElement>> = new Map([
  ['number', { dir: 'ltr', inputMode: 'decimal' }],
  ['phone', { dir: 'ltr', type: 'tel', inputMode: 'tel' }],
  ['email', { ...exact, inputMode: 'email' }],
  ['url', { ...exact, inputMode: 'url' }],
]);
