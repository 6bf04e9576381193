import { soakCard } from './soak/soakCard.mjs';
import { soakModel } from './soak/soakModel.mjs';

// `npm run soak` runs all of it, for as long as it takes; `npm run soak -- model` runs the parts that are named.
// SEED repeats a run, SEQUENCE one of its sequences; SEQUENCES and ACTIONS say how many.

const { SEED, SEQUENCE, SEQUENCES = 1_000_000, ACTIONS = 10_000 } = process.env;
const seed = SEED === undefined || SEED === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(SEED);

/** @type {Record<string, () => Promise<boolean>>} */
const parts = {
  model: () =>
    soakModel({ seed, sequences: Number(SEQUENCES), only: SEQUENCE, say: (line) => say('model', line) }),
  card: () => soakCard({ seed, actions: Number(ACTIONS), say: (line) => say('card', line) }),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}: choose from ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

for (const [name, run] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  say(name, `seed ${seed}`);
  if (!(await run())) process.exitCode = 1;
}

/** @param {string} name @param {string} line */
function say(name, line) {
  console.log(`${name.padEnd(9)} ${line}`);
}
