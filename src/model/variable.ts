import type { Money } from './money.ts';
import { isIds, isReason, variableRules } from './variableRules.ts';

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
 * What a host may add to by declaration merging, so that its own types are typed wherever they stand:
 *
 * ```ts
 * declare module 'subscriber-card' {
 *   interface VariableTypes {
 *     rating: { value: string; input: string };
 *   }
 * }
 * ```
 *
 * `value` is one of {@link VariableValue}. `input` is what its editor holds: text, a boolean, a list of texts, or an
 * object of whatever JSON can write; text where it is left out.
 */
// biome-ignore lint/suspicious/noEmptyInterface: it is the host's to fill
export interface VariableTypes {}

/** The names of the types that the host has added. */
export type CustomTypeName = keyof VariableTypes;

/** What a variable of a type of the host's own may hold. */
export type CustomValue<Name extends CustomTypeName> = VariableTypes[Name] extends {
  value: infer Value extends VariableValue;
}
  ? Value
  : VariableValue;

/** What the editor of a type of the host's own holds. */
export type CustomInput<Name extends CustomTypeName = CustomTypeName> = Name extends CustomTypeName
  ? VariableTypes[Name] extends { input: infer Input }
    ? Input
    : string
  : never;

/**
 * By type: `number` a decimal string (`'12.5'`), `currency` a {@link Money}, `boolean` a boolean, `date`
 * `YYYY-MM-DD` (never an instant), `datetime` RFC 3339, `select` an option's id, `multiselect` option ids whose
 * order means nothing, all others of the card's own types a string; a type of the host's own any of these shapes.
 * `null` is unset; `0`, `false` and `''` are values of their own.
 */
export type VariableValue = string | boolean | Money | readonly string[] | null;

/** Something known about a subscriber that is worth a name: "plan", "birthday", "phone". */
export interface Variable {
  /** Opaque; any string, `__proto__` included. */
  readonly key: string;
  readonly label: string;
  /** A type that neither the card nor the host's `variableTypes` know is drawn as read-only text. */
  readonly type: VariableType | CustomTypeName | (string & Record<never, never>);
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

/** Why a value is refused. A closed set with the data that its text needs; the texts are in the messages. */
export type Reason =
  | { readonly code: 'required' }
  | { readonly code: 'not-a-number' }
  | { readonly code: 'not-a-currency' }
  | { readonly code: 'not-a-date' }
  | { readonly code: 'not-a-time' }
  | { readonly code: 'not-an-email' }
  | { readonly code: 'not-a-phone' }
  | { readonly code: 'not-a-url' }
  | { readonly code: 'not-an-option' }
  | { readonly code: 'too-long'; readonly max: number }
  /** `hint` is the host's own explanation of its pattern. */
  | { readonly code: 'pattern'; readonly hint?: string | undefined }
  /** `message` is the host's own sentence, of one of its validators. */
  | { readonly code: 'custom'; readonly message: string }
  /** The card has no rule for a value of this type or shape. */
  | { readonly code: 'unsupported' };

/** The codes that carry no data. */
export type PlainReasonCode = Exclude<Reason['code'], 'too-long' | 'pattern' | 'custom'>;

export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: Reason };

export function isKnownType(type: string): type is VariableType {
  return Object.hasOwn(variableRules, type);
}

/** The one way to write a value, so that equal values are equal. What cannot be one of its type stays as it is. */
export function canonicalValue(type: string, value: VariableValue): VariableValue {
  if (value === null || !isKnownType(type)) return value;
  const canonical = variableRules[type].read(value);
  return isReason(canonical) ? value : canonical;
}

/** Says whether the variable may hold the value, and gives it in its canonical form. Never throws, never coerces. */
export function checkVariable(variable: Variable, value: VariableValue): Checked<VariableValue> {
  if (!isKnownType(variable.type)) return refuse({ code: 'unsupported' });
  const filled = checkFilled(variable, value);
  if (!filled.ok || value === null) return filled;
  const { read, check } = variableRules[variable.type];
  const canonical = read(value);
  if (isReason(canonical)) return refuse(canonical);
  const reason = check?.(variable, canonical);
  return reason ? refuse(reason) : { ok: true, value: canonical };
}

/** Says whether something stands where something has to: all that is known of a type of the host's own. */
export function checkFilled(variable: Variable, value: VariableValue): Checked<VariableValue> {
  return variable.required && isNothing(value) ? refuse({ code: 'required' }) : { ok: true, value };
}

function isNothing(value: VariableValue): boolean {
  return (
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (isIds(value) && value.length === 0)
  );
}

function refuse(reason: Reason): { readonly ok: false; readonly reason: Reason } {
  return { ok: false, reason };
}
