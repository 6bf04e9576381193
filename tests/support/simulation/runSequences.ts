import { createRandom } from '../../../src/testing/createRandom.ts';
import { contracts as promises } from './contracts.ts';
import { shrink } from './shrink.ts';
import { simulate } from './simulate.ts';
import { type Step, toSequence } from './steps.ts';

/** Sequences, by their numbers: each number is another sequence for each contract. */
export interface Job {
  readonly seed: number;
  /** Places in `contracts`. */
  readonly contracts: readonly number[];
  readonly from: number;
  /** The first that is not run any more. */
  readonly to: number;
}

/** A sequence that broke an invariant. */
export interface Finding {
  readonly seed: number;
  readonly contract: number;
  readonly number: number;
  /** Begins with the number of the invariant. */
  readonly message: string;
  /** The shortest sequence found that breaks it too. */
  readonly steps: readonly Step[];
}

export interface Outcome {
  readonly count: number;
  readonly finding?: Finding | undefined;
}

// The store makes errors by the thousand, and nobody reads where.
Error.stackTraceLimit = 0;

/** Runs sequences until one breaks an invariant. */
export async function runSequences({ seed, contracts, from, to }: Job, mayShrink = true): Promise<Outcome> {
  let count = 0;
  for (let number = from; number < to; number += 1) {
    for (const contract of contracts) {
      count += 1;
      const steps = sequenceOf({ seed, contract, number });
      const message = await play(contract, steps);
      if (message === null) continue;
      const isSame = async (fewer: readonly Step[]) =>
        invariantOf(await play(contract, fewer)) === invariantOf(message);
      const fewest = mayShrink ? await shrink(steps, isSame) : steps;
      return { count, finding: { seed, contract, number, message, steps: fewest } };
    }
  }
  return { count };
}

export function sequenceOf({
  seed,
  contract,
  number,
}: Pick<Finding, 'seed' | 'contract' | 'number'>): Step[] {
  return toSequence(createRandom(seed, `${contract}/${number}`));
}

async function play(contract: number, steps: readonly Step[]): Promise<string | null> {
  const promised = promises[contract];
  if (!promised) throw new RangeError(`There is no contract ${contract}.`);
  try {
    await simulate(promised, steps);
    return null;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

/** "I7" of "I7: …". */
export function invariantOf(message: string | null): string | undefined {
  return message?.split(':')[0];
}
