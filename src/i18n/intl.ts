// Making an Intl object costs more than everything that it is then asked; a card asks hundreds of times.

export const numberFormat = cached(Intl.NumberFormat);
export const dateTimeFormat = cached(Intl.DateTimeFormat);
export const relativeTimeFormat = cached(Intl.RelativeTimeFormat);
export const listFormat = cached(Intl.ListFormat);
export const collator = cached(Intl.Collator);

let segmenter: Intl.Segmenter | undefined;

/** A text as letters, as a reader counts them. */
export function toGraphemes(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter.segment(text);
}

function cached<Options, Formatter>(
  Constructor: new (locale: string, options: Options) => Formatter,
): (locale: string, options: Options) => Formatter {
  const made = new Map<string, Formatter>();
  return (locale, options) => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const formatter = new Constructor(locale, options);
    made.set(key, formatter);
    return formatter;
  };
}
