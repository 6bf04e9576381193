'use client';
import { toInputText } from '../hooks/toInputText.ts';
import { useLocale } from '../hooks/useLocale.ts';
import type { VariableState } from '../hooks/useVariable.ts';
import type { ToVariableText } from '../hooks/useVariableText.ts';
import type { Variable, VariableValue } from '../model/variable.ts';
import { Button } from '../ui/Button.tsx';
import { MyText } from './MyText.tsx';

export interface KeptInputProps {
  readonly variable: Variable;
  readonly state: VariableState;
  readonly toText: ToVariableText;
  readonly returning: (verb: () => void) => () => void;
}

/** What was typed, where no editor may show it any more: to be copied or dropped. */
export function KeptInput({ variable, state, toText, returning }: KeptInputProps) {
  const { save } = useLocale().messages;
  const { input = null } = state;
  // As it was typed; only what was picked is told by its name.
  const isPicked = ['boolean', 'select', 'multiselect'].includes(variable.type);
  const text = (isPicked && toText(variable, input as VariableValue)) || toInputText(input);
  return (
    <div className="sbc-kept-input">
      {text !== '' && <MyText text={text} />}
      <Button variant="link" onClick={returning(state.cancel)}>
        {save.discard}
      </Button>
    </div>
  );
}
