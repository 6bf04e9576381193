import { type Cases, type Stage, skip } from '../createStage.ts';
import { demand, demandSame, words } from '../demand.ts';
import { endingOf, refusalOf } from '../refusalOf.ts';
import { sampleVariable } from '../sampleVariable.ts';
import { facts, type Race, raceForVariable, races } from './races.ts';

export const staleCases: Cases = {
  ...Object.fromEntries(
    Object.entries(races).flatMap(([method, prepare]) => [
      [
        `refuses a stale ${method} with conflict, and does nothing`,
        async (stage: Stage) => {
          const race = await prepareRace(stage, prepare);
          const before = await race.read();
          await refuseStale(method, race);
          demandSame(
            `${method} with an older ifRevision changes nothing`,
            before,
            await race.read(),
            'Compare the revision and write in one step, in the backend.',
          );
        },
      ],
      [
        `says with the conflict of ${method} what the backend holds`,
        async (stage: Stage) => {
          const race = await prepareRace(stage, prepare);
          const held = await race.read();
          const { detail } = await refuseStale(method, race);
          demandSame(
            `The conflict of ${method} carries what the backend holds as \`current\``,
            held,
            facts[method]?.(detail.current),
            'Read it again if the refusal of the backend does not say it: the operator has to see what they decide about.',
          );
        },
      ],
    ]),
  ),

  async 'says with a conflict the whole record where only records have revisions'(stage) {
    const race = await prepareRace(stage, raceForVariable);
    const held = await stage.need('getSubscriber').getSubscriber(stage.subscriber, stage.reading);
    if (race.hasOwnRevision) skip('Variables have revisions of their own.');
    const { record } = (await refuseStale('setVariable', race)).detail;
    demandSame(
      'The conflict of setVariable carries the record and its revision',
      { id: held.id, revision: held.revision },
      record && { id: record.id, revision: record.revision },
      'Without `record` the write that follows carries an old revision, and is refused again.',
    );
  },

  async 'takes a write with the revision that the answer before gave'(stage) {
    const { setVariable } = stage.need('setVariable');
    const { variable, values, revision } = await sampleVariable(stage);
    if (revision === undefined) skip('The backend has no revisions.');
    let ifRevision: number | undefined = revision;
    for (const value of [...values, values[0]]) {
      const write = stage.writing({ ifRevision });
      const ending = await endingOf(() => setVariable(stage.subscriber, variable.key, value, write));
      demand(ending.type === 'answered', {
        that: 'A write with the revision that the answer before gave succeeds',
        expected: words('an answer'),
        got: 'reason' in ending ? ending.reason : undefined,
        advice: 'The answer to a write carries the revision that the write made.',
      });
      const { value: written, record } = ending.answer as Awaited<ReturnType<typeof setVariable>>;
      ifRevision = written.revision ?? record?.revision;
    }
  },

  async 'lets exactly one of several writes with the same revision through'(stage) {
    const { setVariable } = stage.need('setVariable');
    const { variable, values, revision } = await sampleVariable(stage);
    if (revision === undefined) skip('The backend has no revisions.');
    const endings = await Promise.all(
      Array.from({ length: 5 }, () =>
        endingOf(() =>
          setVariable(stage.subscriber, variable.key, values[0], stage.writing({ ifRevision: revision })),
        ),
      ),
    );
    demandSame(
      'Of five writes at once with one ifRevision, one is done',
      1,
      endings.filter(({ type }) => type === 'answered').length,
      'Compare the revision and write in one step, in the backend: between a look and a write others write too.',
    );
  },
};

async function prepareRace<R extends Race>(stage: Stage, prepare: (stage: Stage) => Promise<R>): Promise<R> {
  const race = await prepare(stage);
  if (race.revision === undefined) skip('The backend has no revisions of this.');
  await race.overtake();
  return race;
}

function refuseStale(method: string, { attempt, revision }: Race) {
  return refusalOf(
    () => attempt(revision),
    'conflict',
    `${method} with an older ifRevision than the backend holds is refused`,
    'Pass ifRevision on (over HTTP: If-Match), and make "conflict" of the refusal (409, 412).',
  );
}
