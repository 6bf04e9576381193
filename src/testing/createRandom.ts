/** Numbers from 0 up to, and without, 1. */
export type Random = () => number;

/**
 * A stream of numbers that a seed and a place determine (mulberry32). Each place has its own stream: one draw more
 * in one changes nothing in another.
 */
export function createRandom(seed: number, place: string): Random {
  let state = seed | 0;
  for (const letter of place) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(random: Random, items: readonly [T, ...T[]]): T {
  return items[Math.floor(random() * items.length)] ?? items[0];
}
