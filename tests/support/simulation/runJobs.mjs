import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/**
 * @typedef {import('./runSequences.ts').Job} Job
 * @typedef {import('./runSequences.ts').Outcome} Outcome
 * @typedef {{ readonly bundle: string, readonly job: Job, readonly mayShrink?: boolean }} Task
 */

/**
 * Runs tasks on all cores, in order. Ends early where `onOutcome` says that enough is known.
 *
 * @template {Task} T
 * @param {AsyncGenerator<T>} tasks
 * @param {(outcome: Outcome, task: T) => boolean | void} onOutcome Returns `false` to end.
 */
export async function runJobs(tasks, onOutcome) {
  let isOver = false;
  const workers = Array.from({ length: availableParallelism() }, () => createThread());
  try {
    await Promise.all(
      workers.map(async (worker) => {
        // Not `for await`, which would end the tasks of the others with the first that is done.
        for (let next = await tasks.next(); !next.done && !isOver; next = await tasks.next()) {
          const outcome = await worker.run(next.value);
          if (onOutcome(outcome, next.value) === false) isOver = true;
        }
      }),
    );
  } finally {
    await Promise.all(workers.map((worker) => worker.end()));
  }
}

function createThread() {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
    execArgv: [],
    // What a sequence leaves behind is thrown away with it: the more room, the less often.
    resourceLimits: { maxYoungGenerationSizeMb: 96 },
  });
  return {
    /**
     * @param {Task} task
     * @returns {Promise<Outcome>}
     */
    run: ({ bundle, job, mayShrink = true }) =>
      new Promise((resolve, reject) => {
        worker.once('error', reject);
        worker.once('message', ({ outcome, error }) => {
          worker.off('error', reject);
          if (error === undefined) resolve(outcome);
          else reject(new Error(error));
        });
        worker.postMessage({ bundle, job, mayShrink });
      }),
    end: () => worker.terminate(),
  };
}
