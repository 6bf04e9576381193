type Rule = Exclude<Intl.LDMLPluralRule, 'other'>;

/**
 * Chooses the form that a count takes in a language and writes the count, as the language does, in place of `#`. The
 * language's own plural rules beside `other` are named as `Needed`: a text that leaves one of them out does not compile.
 */
export function createPlural<Needed extends Rule>(
  locale: string,
): (count: number, forms: { readonly [rule in Needed | 'other']: string }) => string {
  // A page that has yet to draw anything imports the texts.
  let made: { readonly rules: Intl.PluralRules; readonly digits: Intl.NumberFormat } | undefined;
  return (count, forms: { readonly [rule in Rule]?: string } & { readonly other: string }) => {
    made ??= { rules: new Intl.PluralRules(locale), digits: new Intl.NumberFormat(locale) };
    const { rules, digits } = made;
    return (forms[rules.select(count)] ?? forms.other).replace('#', () => digits.format(count));
  };
}
