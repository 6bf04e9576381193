import type { Money } from './money.ts';

export type VariableType =
  | 'string'
  | 'text'
  | 'number'
  | 'currency'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'phone'
  | 'email'
  | 'url'
  | 'select'
  | 'multiselect';

/**
 * By type: `number` a decimal string (`'12.5'`), `currency` a {@link Money}, `boolean` a boolean, `date`
 * `YYYY-MM-DD` (never an instant), `datetime` RFC 3339, `select` an option's id, `multiselect` option ids whose
 * order means nothing, all others a string. `null` is unset; `0`, `false` and `''` are values of their own.
 */
export type VariableValue = string | boolean | Money | readonly string[] | null;

/** Something known about a subscriber that is worth a name: "plan", "birthday", "phone". */
export interface Variable {
  /** Opaque; any string, `__proto__` included. */
  readonly key: string;
  readonly label: string;
  /** A type unknown to the card is drawn as read-only text. */
  readonly type: VariableType | (string & Record<never, never>);
  readonly value: VariableValue;
  readonly description?: string | undefined;
  readonly group?: string | undefined;
  /** Of a `select` and a `multiselect`. */
  readonly options?: readonly VariableOption[] | undefined;
  /** `true`: cannot be cleared. */
  readonly required?: boolean | undefined;
  /** A regular expression that the whole text has to match. Runs on at most 1,000 characters. */
  readonly pattern?: string | undefined;
  /** Says what the pattern wants, in the host's words. */
  readonly hint?: string | undefined;
  /** In UTF-16 code units. */
  readonly maxLength?: number | undefined;
  /** `false`, or the host's reason why it may not be edited. */
  readonly readOnly?: false | string | undefined;
  /** `true`: the value is hidden until it is asked for. */
  readonly masked?: boolean | undefined;
  /** Strictly grows with every change of this variable. Absent where revisions are per record. */
  readonly revision?: number | undefined;
  /** RFC 3339. */
  readonly updatedAt?: string | undefined;
  /** The name of who set it last. */
  readonly updatedBy?: string | undefined;
}

export interface VariableOption {
  readonly id: string;
  readonly label: string;
  readonly color?: string | undefined;
}
