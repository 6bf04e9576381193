import type { Locale } from '../../src/i18n/messages.ts';

/**
 * A language that nobody speaks, for stories and tests: ⟦Ááđđ ŧáǧ ááđđ⟧. Accents show what is not translated and
 * what a font lacks, 40 % more letters what has no room, brackets what is cut off or put together from pieces. What
 * a message is given, and the direction, are those of the locale.
 */
export function toPseudoLocale(locale: Locale): Locale {
  return { ...locale, messages: toPseudo(locale.messages) };
}

function toPseudo<T extends object>(group: T): T {
  const entries = Object.entries(group).map(([key, message]: [string, unknown]) => {
    if (typeof message === 'string') return [key, toPseudoText(message, [])];
    if (typeof message === 'function') return [key, toPseudoMessage(message as Message)];
    return [key, toPseudo(message as object)];
  });
  return Object.fromEntries(entries);
}

type Message = (...values: unknown[]) => string;

function toPseudoMessage(message: Message): Message {
  return (...values) => {
    const given: string[] = [];
    return toPseudoText(message(...values.map((value) => hide(value, given))), given);
  };
}

/** What is given stays as it is: a sign stands for it until the message has been disguised. Numbers have no letters. */
function hide(value: unknown, given: string[]): unknown {
  if (typeof value === 'string') return String.fromCodePoint(FIRST_SIGN + given.push(value) - 1);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, hide(part, given)]));
}

function toPseudoText(text: string, given: readonly string[]): string {
  const disguised = text.replace(/[A-Za-z]+/g, (word) => accented(lengthened(word)));
  const shown = disguised.replace(SIGNS, (sign) => given[(sign.codePointAt(0) ?? 0) - FIRST_SIGN] ?? '');
  return `⟦${shown}⟧`;
}

function lengthened(word: string): string {
  return word + word.slice(0, Math.ceil(word.length * 0.4)).toLowerCase();
}

function accented(word: string): string {
  return word.replace(/[A-Za-z]/g, (letter) => ACCENTED[LETTERS.indexOf(letter)] ?? letter);
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ACCENTED = [...'ÁƁĆĐÉƑǴĤÍĴḰĹḾŃÓṔɊŔŚŤÚṼŴẊÝŹáƀćđéƒǵĥíĵḱĺḿńóṕɋŕśťúṽŵẋýź'];

// Private use, beside the signs of `toSentence`: no text has them.
const FIRST_SIGN = 0xe100;
const SIGNS = /[\uE100-\uE10F]/g;
