import { bundleSimulation } from '../support/simulation/bundleSimulation.mjs';
import { runJobs } from '../support/simulation/runJobs.mjs';

/** @typedef {import('../support/simulation/runSequences.ts').Finding} Finding */

const CONTRACTS = 4;
/** Sequences of one turn of a thread. */
const PORTION = 500;
const MINUTE = 60_000;

/**
 * Plays random sequences for each contract: all of them, or the one that is named. Resolves with whether none broke
 * an invariant.
 *
 * @param {{ seed: number, sequences: number, only: string | undefined, say: (line: string) => void }} options
 */
export async function soakModel({ seed, sequences, only, say }) {
  const began = Date.now();
  const { url: bundle, remove } = await bundleSimulation();
  const portions = only === undefined ? all(bundle, seed, sequences) : one(bundle, seed, only);
  let count = 0;
  /** @type {Finding | undefined} */
  let finding;
  const tell = () => say(`${number(count)} of ${number(sequences)} sequences after ${seconds(began)} s`);
  const timer = setInterval(tell, MINUTE);
  try {
    await runJobs(portions, (outcome) => {
      count += outcome.count;
      finding ??= outcome.finding;
      return finding === undefined;
    });
  } finally {
    clearInterval(timer);
    remove();
  }
  if (finding) {
    const { contract, number: place, message, steps } = finding;
    say(message);
    for (const step of steps) say(`  ${JSON.stringify(step)}`);
    say(`again: SEED=${seed} SEQUENCE=${contract}/${place} npm run soak -- model`);
  }
  const violations = finding ? 1 : 0;
  say(
    `seed ${seed}: ${number(count)} sequences in ${CONTRACTS} contracts, ${violations} violations, ${seconds(began)} s`,
  );
  return finding === undefined;
}

/**
 * @param {string} bundle
 * @param {number} seed
 * @param {number} sequences
 */
async function* all(bundle, seed, sequences) {
  const numbers = Math.ceil(sequences / CONTRACTS);
  for (let from = 0; from < numbers; from += PORTION) {
    const to = Math.min(numbers, from + PORTION);
    for (let contract = 0; contract < CONTRACTS; contract += 1)
      yield { bundle, job: { seed, contracts: [contract], from, to } };
  }
}

/**
 * @param {string} bundle
 * @param {number} seed
 * @param {string} only The place of its contract, and its number: `2/531`.
 */
async function* one(bundle, seed, only) {
  const [contract = Number.NaN, from = Number.NaN] = only.split('/').map(Number);
  yield { bundle, job: { seed, contracts: [contract], from, to: from + 1 } };
}

/** @param {number} count */
function number(count) {
  return count.toLocaleString('en');
}

/** @param {number} began */
function seconds(began) {
  return Math.round((Date.now() - began) / 1000);
}
