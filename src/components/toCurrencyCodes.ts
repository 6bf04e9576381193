/** The currencies to choose from: those of the account first, then all that the browser knows. */
export function toCurrencyCodes(first: readonly (string | undefined)[]): readonly string[] {
  known ??= Intl.supportedValuesOf?.('currency') ?? [];
  return [...new Set([...first.filter((code) => code !== undefined), ...known])];
}

let known: readonly string[] | undefined;
