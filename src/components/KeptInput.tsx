'use client';
import { useLocale } from '../hooks/useLocale.ts';
import type { VariableState } from '../hooks/useVariable.ts';
import { formatVariable } from '../i18n/formatVariable.ts';
import type { EditorInput } from '../i18n/parse.ts';
import type { Variable } from '../model/variable.ts';
import { Button } from '../ui/Button.tsx';
import { MyText } from './MyText.tsx';

export interface KeptInputProps {
  readonly variable: Variable;
  readonly state: VariableState;
  readonly returning: (verb: () => void) => () => void;
}

/** What was typed, where no editor may show it any more: to be copied or dropped. */
export function KeptInput({ variable, state, returning }: KeptInputProps) {
  const { messages, locale, timeZone } = useLocale();
  const text = toText(state.input);
  return (
    <div className="sbc-kept-input">
      {text !== '' && <MyText text={text} />}
      <Button variant="link" onClick={returning(state.cancel)}>
        {messages.save.discard}
      </Button>
    </div>
  );

  /** As it was typed; only what was picked is told by its name. */
  function toText(input: EditorInput | undefined): string {
    if (typeof input === 'object' && input !== null && 'amount' in input) {
      return `${input.amount} ${input.currency}`.trim();
    }
    if (input === undefined || input === null) return '';
    if (typeof input === 'string' && variable.type !== 'select') return input;
    return formatVariable(variable, input, { locale, timeZone, messages }) ?? '';
  }
}
