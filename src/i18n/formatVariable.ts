import type { Variable, VariableType, VariableValue } from '../model/variable.ts';
import { formatDate, formatDateTime, formatList, formatMoney, formatNumber } from './format.ts';
import type { Messages } from './messages.ts';

export interface FormatContext {
  readonly locale: string;
  /** IANA name of the zone that instants are shown in. */
  readonly timeZone: string;
  readonly messages: Pick<Messages, 'variables'>;
}

/**
 * A value of a variable as a reader sees it. `null` while it is not set; `''` only for text that has no character,
 * and for a choice of nothing.
 */
export function formatVariable(
  variable: Pick<Variable, 'type' | 'options'>,
  value: VariableValue,
  context: FormatContext,
): string | null {
  if (value === null) return null;
  if (typeof value === 'boolean')
    return value ? context.messages.variables.yes : context.messages.variables.no;
  if (typeof value === 'object') {
    if ('amount' in value) return formatMoney(value, context.locale);
    return formatList(
      value.map((id) => toOptionLabel(id, variable)),
      context.locale,
    );
  }
  const format = texts.get(variable.type);
  return format ? format(value, context, variable) : value;
}

type Format = (value: string, context: FormatContext, variable: Pick<Variable, 'options'>) => string;

/** The types whose text is not what a reader sees. */
const texts: ReadonlyMap<string, Format> = new Map<VariableType, Format>([
  ['number', (value, { locale }) => formatNumber(value, locale)],
  ['date', (value, { locale }) => formatDate(value, locale)],
  ['datetime', (value, { locale, timeZone }) => formatDateTime(value, locale, timeZone)],
  ['select', (value, _, variable) => toOptionLabel(value, variable)],
]);

/** An option that was retired is shown by its id: better than nothing. */
function toOptionLabel(id: string, { options = [] }: Pick<Variable, 'options'>): string {
  return options.find((option) => option.id === id)?.label ?? id;
}
