import type { Contract } from './contracts.ts';
import { settle } from './settle.ts';
import { type Step, takeStep } from './steps.ts';
import { World } from './World.ts';

/** Plays a sequence to its end. Throws a `Violation` where an invariant breaks. */
export async function simulate(contract: Contract, steps: readonly Step[]): Promise<void> {
  const world = new World(contract);
  for (const step of steps) {
    await takeStep(world, step);
    await world.runOn();
  }
  await settle(world);
}
