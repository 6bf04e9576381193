'use client';
import { formatVariable } from '../i18n/formatVariable.ts';
import type { Variable, VariableValue } from '../model/variable.ts';
import { useCardContext } from '../provider/useCardContext.ts';
import { tellOnce } from './tellOnce.ts';
import { findVariableType } from './useVariableType.ts';

/** A value as a reader sees it; `null` while it is not set. */
export type ToVariableText = (variable: Variable, value: VariableValue) => string | null;

/** How values are told in words: those of the host's own types as the host writes them. */
export function useVariableText(): ToVariableText {
  const { locale, variableTypes, client } = useCardContext();
  return (variable, value) => {
    const { format } = findVariableType(variableTypes, variable.type) ?? {};
    if (format && value !== null) {
      try {
        return format(value, { variable, locale: locale.locale, timeZone: locale.timeZone });
      } catch (thrown) {
        tellOnce(client, format, thrown, { section: 'subscriber' });
      }
    }
    return formatVariable(variable, value, locale);
  };
}
