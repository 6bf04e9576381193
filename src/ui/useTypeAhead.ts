'use client';
import { useRef } from 'react';

export interface TypeAhead {
  /** The first option after `from` that begins with what was typed, or `from`. */
  readonly find: (character: string, from: number) => number;
  /** Whether a word is being typed, so that a space belongs to it. */
  readonly isTyping: () => boolean;
}

// After this pause the next letter begins a new word.
const PAUSE = 700;

/** Finds an option by the letters of its label. */
export function useTypeAhead(options: readonly { readonly label: string }[]): TypeAhead {
  const typed = useRef({ text: '', at: 0 });
  const isTyping = () => typed.current.text !== '' && performance.now() - typed.current.at < PAUSE;

  function find(character: string, from: number): number {
    const last = isTyping() ? typed.current.text : '';
    const letter = toLetters(character);
    // The same letter again goes on to the next option that begins with it.
    const text = last === letter ? letter : last + letter;
    typed.current = { text, at: performance.now() };
    const start = text.length > 1 ? Math.max(from, 0) : from + 1;
    for (let step = 0; step < options.length; step++) {
      const index = (start + step) % options.length;
      if (toLetters(options[index]?.label ?? '').startsWith(text)) return index;
    }
    return from;
  }

  return { find, isTyping };
}

/** Without case and accents, the same on every machine: i finds İzmir, and ı Isparta. */
function toLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toUpperCase();
}
