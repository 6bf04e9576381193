import { type EditorInput, parseVariable, toInput } from '../i18n/parse.ts';
import { checkBySchema, type StandardSchema, toChecked } from '../model/standardSchema.ts';
import {
  type Checked,
  checkFilled,
  checkVariable,
  type Variable,
  type VariableValue,
} from '../model/variable.ts';
import type { CardLocale } from '../provider/CardContext.ts';
import type { AnyVariableType, VariableValidators } from '../provider/variableTypes.ts';
import type { FieldCodec } from './useField.ts';

export interface VariableRules {
  readonly place: Pick<CardLocale, 'locale' | 'timeZone' | 'currency'>;
  /** Of the host's own; `undefined` for a type of ours. */
  readonly type: AnyVariableType | undefined;
  readonly validator: StandardSchema<VariableValue> | undefined;
  /** Hears what the host's functions throw. */
  readonly onThrow: (culprit: object, thrown: unknown) => void;
}

/** How what is typed into a variable becomes its value, and back. Never throws. */
export function toVariableCodec(
  variable: Variable,
  { place: { locale, timeZone, currency }, type, validator, onThrow }: VariableRules,
): FieldCodec<VariableValue, EditorInput> {
  const context = { variable, locale, timeZone };

  function attempt<T>(run: () => T, otherwise: T): T {
    try {
      return run();
    } catch (thrown) {
      onThrow(type ?? validator ?? variable, thrown);
      return otherwise;
    }
  }

  function readCustom(input: EditorInput): Checked<VariableValue> {
    const parse = type?.parse;
    if (!parse) return { ok: true, value: input as VariableValue };
    // A schema may be a function too.
    return '~standard' in parse ? checkBySchema(parse, input) : toChecked(parse(input, context));
  }

  return {
    toInput(value) {
      if (variable.type === 'currency' && value === null) return { amount: '', currency };
      if (!type) return toInput(variable, value, locale, timeZone);
      return attempt(() => (type.toInput ? type.toInput(value, context) : (value ?? '')), '');
    },
    parse: (input, value) =>
      attempt((): Checked<VariableValue> => {
        // What is set now may stay: an option that was retired, or a text without a character.
        const current = { ...variable, value };
        const parsed = parseVariable(current, input, locale, timeZone, type && { parse: readCustom });
        if (!parsed.ok) return parsed;
        return judge((type ? checkFilled : checkVariable)(current, parsed.value), validator);
      }, unsupported),
  };
}

const unsupported = { ok: false, reason: { code: 'unsupported' } } as const;

/** What the host makes of what our own rules have let pass. It is not asked about what is unset. */
export function judge(
  checked: Checked<VariableValue>,
  validator: StandardSchema<VariableValue> | undefined,
): Checked<VariableValue> {
  return checked.ok && checked.value !== null && validator
    ? checkBySchema(validator, checked.value)
    : checked;
}

/** A key is any string, `__proto__` included. */
export function findValidator(
  validators: VariableValidators,
  key: string,
): StandardSchema<VariableValue> | undefined {
  return Object.hasOwn(validators, key) ? validators[key] : undefined;
}
