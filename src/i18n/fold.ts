/**
 * Text as it is searched: letters alike but for case, accents or composition are the same, on every machine. In
 * capitals, where the Turkish ı meets I, ß meets SS and the last σ of a word the others.
 */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '').toUpperCase().trim();
}

// The marks on and under an Arabic alef, and what stretches a word, count as no diacritics.
const MARKS = /[\p{Diacritic}\u0640\u0653-\u0655]/gu;
