import { isSameName } from '../i18n/isSameName.ts';
import { type MoneyInput, parseVariable, toInput } from '../i18n/parse.ts';
import { readDate } from '../i18n/readDate.ts';
import { isPhone } from '../model/phone.ts';
import {
  type Checked,
  checkVariable,
  isKnownType,
  type Variable,
  type VariableType,
  type VariableValue,
} from '../model/variable.ts';

/** What a text means where it was read. */
export interface CapturePlace {
  readonly locale: string;
  readonly timeZone: string;
  /** Of an amount that names none. */
  readonly currency: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** What the host's validator makes of a value. */
  readonly check: (variable: Variable, checked: Checked<VariableValue>) => Checked<VariableValue>;
  /** Hears what the validator throws. */
  readonly onThrow: (thrown: unknown) => void;
}

export interface CapturedValue {
  readonly value: VariableValue;
  /** How well it fits: the lower the better. */
  readonly rank: number;
}

/** What a variable would hold if the text were saved to it; `null` where it cannot hold that. */
export function toCapturedValue(variable: Variable, text: string, place: CapturePlace): CapturedValue | null {
  const read = isKnownType(variable.type) ? readers[variable.type] : undefined;
  const found = read?.(variable, text.trim(), place);
  if (!found) return null;
  try {
    const checked = place.check(variable, checkVariable(variable, found.value));
    return checked.ok ? { rank: found.rank, value: checked.value } : null;
  } catch (thrown) {
    place.onThrow(thrown);
    return null;
  }
}

type Reader = (variable: Variable, text: string, place: CapturePlace) => CapturedValue | null;

/** What a text can be by its form, then what it may be, then what any text can be. */
const readers: { readonly [type in VariableType]?: Reader } = {
  email: (_variable, text) => ({ value: withoutPunctuation(text), rank: 0 }),
  url: (_variable, text) => ({ value: withoutPunctuation(text).replace(/^www\./i, 'https://www.'), rank: 0 }),
  date: (_variable, text, { locale, today }) => {
    const value = readDate(text, locale, today);
    return value === null ? null : { value, rank: 1 };
  },
  select: ({ options = [] }, text, { locale }) => {
    const option = options.find(({ label }) => isSameName(label, text, locale));
    return option ? { value: option.id, rank: 1 } : null;
  },
  multiselect: ({ options = [], value }, text, { locale }) => {
    const option = options.find(({ label }) => isSameName(label, text, locale));
    const chosen = Array.isArray(value) ? value : [];
    return option ? { value: [...chosen, option.id], rank: 1 } : null;
  },
  phone: (_variable, text, { locale, today }) => {
    if (!isPhone(text) || readDate(text, locale, today) !== null) return null;
    return { value: text, rank: looksLikePhone(text) ? 2 : 5 };
  },
  currency: (variable, text, { locale, timeZone, currency }) => {
    const held = toInput(variable, variable.value, locale, timeZone) as MoneyInput;
    const amount = { amount: text, currency: held.currency || currency };
    const parsed = parseVariable(variable, amount, locale, timeZone);
    return parsed.ok ? { value: parsed.value, rank: /[\p{Sc}\p{L}]/u.test(text) ? 2 : 4 } : null;
  },
  number: (variable, text, { locale, timeZone }) => {
    const parsed = parseVariable(variable, text, locale, timeZone);
    return parsed.ok ? { value: parsed.value, rank: 3 } : null;
  },
  string: (_variable, text) => ({ value: text.replace(/\s*\n\s*/g, ' '), rank: 6 }),
  text: (_variable, text) => ({ value: text, rank: 7 }),
};

/** What a double click takes along from the end of a sentence. */
function withoutPunctuation(text: string): string {
  return text.replace(/^[<(]+|[>),.;:!?]+$/g, '');
}

/** Rather than a number: with a plus or brackets, or long and without the marks of an amount. */
function looksLikePhone(text: string): boolean {
  return /^[+(]/.test(text) || (!/[.,]/.test(text) && (text.match(/\p{Nd}/gu)?.length ?? 0) >= 7);
}
