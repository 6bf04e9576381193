import fc from 'fast-check';
import { describe, test } from 'vitest';
import { type Contract, flush, Simulation } from '../support/simulation.ts';

/** Random sequences for each contract. `SEQUENCES` raises it. */
const runs = Number(process.env.SEQUENCES ?? 1000);

const contracts: Contract[] = [
  { revisions: 'field', idempotent: true },
  { revisions: 'field', idempotent: false },
  { revisions: 'record', idempotent: true },
  { revisions: 'record', idempotent: false },
];

const small = fc.nat(11);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constant('edit' as const), small, small, small) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('saveForm' as const), small, small) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('openEditor' as const), small, small, small) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('submit' as const), small, small, small) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('create' as const), small, small) },
  { weight: 3, arbitrary: fc.tuple(fc.constant('foreignEdit' as const), small, small) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('resolveConflict' as const), small, small, small) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('retryFailed' as const), small, small) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('signOut' as const), small) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('signIn' as const), small) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('refetch' as const), small, small) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('answerRead' as const), small, small) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('deliverRead' as const), small, small) },
  { weight: 5, arbitrary: fc.tuple(fc.constant('deliverNews' as const), small, small) },
  { weight: 6, arbitrary: fc.tuple(fc.constant('process' as const), small) },
  { weight: 5, arbitrary: fc.tuple(fc.constant('answer' as const), small, small) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('lose' as const), small) },
  { weight: 3, arbitrary: fc.tuple(fc.constant('advance' as const), fc.constantFrom(500, 4000, 16_000)) },
);

describe('two operators, one foreign writer, a network that delays, repeats, reorders and loses', () => {
  test.each(contracts)(
    'lose, misdirect and overwrite nothing: revisions per $revisions, idempotent $idempotent',
    async (contract) => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 60 }), async (steps) => {
          const simulation = new Simulation(contract);
          for (const [name, ...places] of steps) {
            (simulation[name] as (...numbers: number[]) => void).apply(simulation, places);
            await flush();
            simulation.check();
          }
          await simulation.settle();
          simulation.checkAtRest();
        }),
        { numRuns: runs },
      );
    },
    600_000,
  );
});
