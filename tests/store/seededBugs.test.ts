import { availableParallelism } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seed } from '../support/seed.ts';
import { bundleSimulation } from '../support/simulation/bundleSimulation.mjs';
import { contracts } from '../support/simulation/contracts.ts';
import { runJobs } from '../support/simulation/runJobs.mjs';
import { invariantOf, type Outcome } from '../support/simulation/runSequences.ts';
import { type SeededBug, seededBugs } from './seededBugs.ts';

/** Sequences of each contract that a bug may survive. The property test runs as many, and more, without one. */
const limit = 2500;
const everyContract = [...contracts.keys()];
const outcomes = new Map<SeededBug, Outcome>();

beforeAll(async () => {
  await runJobs(seeded(), (outcome, { bug, remove }) => {
    outcomes.set(bug, outcome);
    remove();
  });
}, 300_000);

afterAll(() => {
  const lines = [...outcomes]
    .sort(([, a], [, b]) => a.count - b.count)
    .map(([{ name }, { count, finding }]) => {
      const by = finding ? invariantOf(finding.message) : 'survived';
      return `${String(by).padEnd(4)} ${String(count).padStart(6)}  ${name}`;
    });
  console.log(
    `Seeded bugs, the invariant that each broke, and after how many sequences\n${lines.join('\n')}`,
  );
});

describe('the property test', () => {
  test.each(seededBugs.map((bug) => [bug.name, bug] as const))('finds: %s', (_, bug) => {
    expect(outcomes.get(bug)?.finding?.message).toMatch(/^I\d+: /);
  });

  test('finds nothing in the store itself, in as many sequences as the hardest to find', async () => {
    const hardest = Math.max(...[...outcomes.values()].map(({ count }) => count));
    const messages: (string | undefined)[] = [];
    await runJobs(untouched(Math.ceil(hardest / contracts.length)), ({ finding }) => {
      messages.push(finding?.message);
    });
    expect(messages.filter(Boolean)).toEqual([]);
  }, 300_000);
});

async function* seeded() {
  for (const bug of seededBugs) {
    const { url: bundle, remove } = await bundleSimulation(bug);
    const job = { seed, contracts: everyContract, from: 0, to: limit };
    yield { bug, bundle, job, mayShrink: false, remove };
  }
}

async function* untouched(numbers: number) {
  const { url: bundle, remove } = await bundleSimulation();
  const portion = Math.ceil(numbers / availableParallelism());
  for (let from = 0; from < numbers; from += portion) {
    const to = Math.min(numbers, from + portion);
    yield { bundle, job: { seed, contracts: everyContract, from, to }, mayShrink: false };
  }
  remove();
}
