import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seed } from '../support/seed.ts';
import { bundleSimulation } from '../support/simulation/bundleSimulation.mjs';
import { contracts, nameOf } from '../support/simulation/contracts.ts';
import { runJobs } from '../support/simulation/runJobs.mjs';
import type { Finding } from '../support/simulation/runSequences.ts';
import { simulate } from '../support/simulation/simulate.ts';

/** Random sequences of 30 to 60 steps for each contract. */
const sequences = Number(process.env.SEQUENCES ?? 10_000);
/** So few for each turn of a thread that all of them are at work to the end. */
const PORTION = 250;

let bundle: Awaited<ReturnType<typeof bundleSimulation>>;
beforeAll(async () => {
  bundle = await bundleSimulation();
});
afterAll(() => bundle?.remove());

describe('two operators, one foreign writer, a network that delays, repeats, reorders and loses', () => {
  test.each(contracts.map((contract, place) => [nameOf(contract), contract, place] as const))(
    'lose, misdirect and overwrite nothing: %s',
    async (_, contract, place) => {
      let count = 0;
      let finding: Finding | undefined;
      await runJobs(portions(place), (outcome) => {
        count += outcome.count;
        finding ??= outcome.finding;
        return finding === undefined;
      });
      if (finding) {
        console.error(
          `seed ${finding.seed}, sequence ${place}/${finding.number}: ${JSON.stringify(finding.steps)}`,
        );
        // Once more, here, where a debugger sees the sources.
        await simulate(contract, finding.steps);
      }
      expect(finding?.message).toBeUndefined();
      expect(count).toBe(sequences);
    },
    600_000,
  );
});

async function* portions(contract: number) {
  for (let from = 0; from < sequences; from += PORTION) {
    const to = Math.min(sequences, from + PORTION);
    yield { bundle: bundle.url, job: { seed, contracts: [contract], from, to } };
  }
}
