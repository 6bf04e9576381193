import {
  type Checked,
  checkFilled,
  checkVariable,
  isKnownType,
  type Variable,
  type VariableValue,
} from '../../model/variable.ts';

/** What a backend takes: of the card's own types what the card takes, of a type of the host's own anything. */
export function checkHeld(held: Variable, value: VariableValue): Checked<VariableValue> {
  return (isKnownType(held.type) ? checkVariable : checkFilled)(held, value);
}
