import { fold } from './fold.ts';
import { collator } from './intl.ts';

/**
 * Whether two names are one to a reader of the language: alike but for case and accents. What is a letter of its own
 * there makes another name: й beside и in Russian, ñ beside n in Spanish.
 */
export function isSameName(a: string, b: string, locale: string): boolean {
  if (fold(a) !== fold(b)) return false;
  return collator(locale, { sensitivity: 'base' }).compare(withOneI(a), withOneI(b)) === 0;
}

/** Nobody in Turkey has a tag VIP and means another by vip, though to Turkish that is a letter of its own. */
function withOneI(text: string): string {
  return text.trim().normalize('NFC').replace(/[Iİı]/g, 'i');
}
