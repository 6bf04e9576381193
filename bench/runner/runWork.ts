import type { Stage } from './openStage.ts';
import { contestantsOf, type Work } from './Work.ts';

export interface RunOptions {
  readonly contestants: readonly string[];
  readonly rounds: number;
  readonly isShort: boolean;
  readonly say: (line: string) => void;
}

/** Samples by measure and contestant. The n-th samples of two contestants were taken at about the same time. */
export type WorkSamples = ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;

export interface Failure {
  readonly work: string;
  readonly contestant: string;
  readonly message: string;
}

/**
 * Round by round each contestant opens a page of its own, and then they take their samples in turn, one each: a slow
 * moment of the machine hits all of them.
 */
export async function runWork(stage: Stage, work: Work, options: RunOptions) {
  const samples = new Map(work.measures.map(({ id }) => [id, new Map<string, number[]>()]));
  const failures = new Map<string, Failure>();
  const { isShort, say } = options;
  const rounds = Math.min(options.rounds, work.rounds ?? options.rounds);
  const chosen = contestantsOf(work).filter((name) => options.contestants.includes(name));

  for (let round = 0; round < rounds; round += 1) {
    const able = rotate(chosen, round).filter((name) => !failures.has(name));
    const running = able.map((contestant) => ({
      contestant,
      steps: work.run({ stage, contestant, round, isShort }),
    }));
    for (let left = running; left.length > 0; ) {
      const going: typeof running = [];
      for (const turn of left) {
        try {
          const { done, value } = await turn.steps.next();
          if (done) continue;
          keep(turn.contestant, ...value);
          going.push(turn);
        } catch (error) {
          const { contestant } = turn;
          const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
          failures.set(contestant, { work: work.name, contestant, message });
          say(`${work.name}: ${contestant} DID NOT DO THE WORK: ${message}`);
        }
      }
      left = going;
    }
    say(`${work.name}: round ${round + 1} of ${rounds}`);
  }
  return { samples: samples as WorkSamples, failures: [...failures.values()] };

  function keep(contestant: string, measure: string, value: number) {
    const byContestant = samples.get(measure);
    if (!byContestant) throw new Error(`The work has no measure "${measure}".`);
    const values = byContestant.get(contestant) ?? [];
    values.push(value);
    byContestant.set(contestant, values);
  }
}

function rotate<T>(items: readonly T[], by: number): readonly T[] {
  const start = by % Math.max(items.length, 1);
  return [...items.slice(start), ...items.slice(0, start)];
}
