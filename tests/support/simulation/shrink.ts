import type { Step } from './steps.ts';

/** The shortest sequence found that still breaks what `isBroken` looks for. */
export async function shrink(
  steps: readonly Step[],
  isBroken: (steps: readonly Step[]) => Promise<boolean>,
): Promise<readonly Step[]> {
  let shortest = steps;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < shortest.length; ) {
      const fewer = shortest.toSpliced(start, size);
      if (await isBroken(fewer)) shortest = fewer;
      else start += size;
    }
  }
  for (const [place, [name, ...numbers]] of shortest.entries()) {
    for (const index of numbers.keys()) {
      const [, ...current] = shortest[place] ?? [name];
      const simpler = shortest.with(place, [name, ...current.with(index, 0)]);
      if (current[index] !== 0 && (await isBroken(simpler))) shortest = simpler;
    }
  }
  return shortest;
}
