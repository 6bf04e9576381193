type Forms = { readonly [rule in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** Chooses the form that a count takes in a language and writes the count, as the language does, in place of `#`. */
export function createPlural(locale: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(locale);
  const digits = new Intl.NumberFormat(locale);
  return (count, forms) =>
    (forms[rules.select(count)] ?? forms.other).replace('#', () => digits.format(count));
}
