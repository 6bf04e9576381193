'use client';
import { useLocale } from '../hooks/useLocale.ts';
import type { VariableState } from '../hooks/useVariable.ts';
import { useVariableType } from '../hooks/useVariableType.ts';
import type { Variable } from '../model/variable.ts';
import { IconButton } from '../ui/IconButton.tsx';
import type { CardPart } from './CardFrame.ts';
import { SectionBoundary } from './SectionBoundary.tsx';
import { VariableSwitch } from './VariableSwitch.tsx';
import { VariableValueView } from './VariableValueView.tsx';

export interface FieldPreviewProps {
  /** The label, as plain text. */
  readonly name: string;
  readonly variable: Variable;
  readonly state: VariableState;
  /** Where it stands. */
  readonly part: CardPart;
  readonly isMasked: boolean;
  readonly onToggleMask: () => void;
}

/** What stands in a row while nothing is typed: the value, a switch, or that there is one to be asked for. */
export function FieldPreview(props: FieldPreviewProps) {
  const { name, variable, state, part, isMasked, onToggleMask } = props;
  const { masked, show, hide } = useLocale().messages.variables;
  const Display = useVariableType(variable.type)?.Display;
  const { value } = state;
  let view = <VariableValueView variable={variable} value={value} />;
  if (variable.type === 'boolean') {
    view = <VariableSwitch label={name} variable={variable} state={state} />;
  } else if (Display && value !== null && value !== undefined) {
    view = (
      <SectionBoundary name={part} resetKey={value}>
        <Display variable={variable} value={value} />
      </SectionBoundary>
    );
  }
  if (!variable.masked || isUnset(value)) return view;
  return (
    <span className="sbc-masked">
      {isMasked ? <span className="sbc-unset">{masked}</span> : view}
      <IconButton
        icon={isMasked ? 'eye' : 'eyeOff'}
        label={isMasked ? show(name) : hide(name)}
        onClick={onToggleMask}
      />
    </span>
  );
}

/** Whether there is nothing to read: not set, a text without a character, a choice of nothing. */
export function isUnset(value: VariableState['value']): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}
