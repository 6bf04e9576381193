import { expect, inject, test } from 'vitest';
import { playRound } from './chaos/playRound.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The environment's; `''` for none. */
    readonly seed: string;
    readonly actions: string;
  }
}

const seed = inject('seed') === 'random' ? Date.now() % 1_000_000 : Number(inject('seed') || 20261122);
const actions = Number(inject('actions') || 300);
/** After so many all is decided and compared, and another backend begins. */
const ROUND = 250;

test(`${actions} actions of two operators over a bad network lose nothing, and both cards show what the server holds`, {
  timeout: 60_000 + actions * 400,
}, async () => {
  const began = Date.now();
  const total = { actions: 0, calls: 0, faults: 0, landings: 0 };
  for (let round = 0; total.actions < actions; round += 1) {
    const report = await playRound({
      seed: seed + round,
      actions: Math.min(ROUND, actions - total.actions),
      revisions: round % 2 === 0 ? 'field' : 'record',
    });
    // The last things done are what a failure is understood by.
    expect(report.problems, `SEED=${seed + round}\n${report.log.join('\n')}`).toEqual([]);
    if (actions > 1000) console.info(`${report.actions} … ${JSON.stringify(report.times)}`);
    for (const name of ['actions', 'calls', 'faults', 'landings'] as const) total[name] += report[name];
  }
  const { calls, faults, landings } = total;
  console.info(
    `SEED=${seed}: ${total.actions} actions, ${calls} calls, ${faults} of them hindered, ${landings} writes landed, ` +
      `shown = server, 0 page errors, in ${Math.round((Date.now() - began) / 1000)} s`,
  );
});
