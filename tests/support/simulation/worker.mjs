import { parentPort } from 'node:worker_threads';

// Runs the jobs that it is sent, on the bundle that each names.

if (!parentPort) throw new Error('This is a worker thread: see runJobs.mjs.');
const port = parentPort;

port.on('message', async ({ bundle, job, mayShrink }) => {
  try {
    const { runSequences } = await import(bundle);
    port.postMessage({ outcome: await runSequences(job, mayShrink) });
  } catch (thrown) {
    port.postMessage({ error: thrown instanceof Error ? `${thrown.stack}` : String(thrown) });
  }
});
