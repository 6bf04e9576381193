import { type Cases, randomKey, type Stage, skip } from '../createStage.ts';
import { demand, words } from '../demand.ts';
import { sampleContact, sampleDeal, sampleTag } from '../samples.ts';
import { readVariable, sampleVariable } from '../sampleVariable.ts';

export const revisionCases: Cases = {
  async 'raises the revision of a variable, or of its record, with each change'(stage) {
    const { setVariable } = stage.need('setVariable');
    const { variable, values, revision } = await sampleVariable(stage);
    const seen = [revision];
    for (const value of [...values, values[0]]) {
      await setVariable(stage.subscriber, variable.key, value, stage.writing());
      seen.push((await readVariable(stage, variable.key)).revision);
    }
    demandGrowth('a variable or of its record', seen);
  },

  async 'raises the revision of the tags, or of their record, with each change'(stage) {
    const { addTag, removeTag } = stage.need('addTag', 'removeTag');
    const { id } = await sampleTag(stage, false);
    const seen = [await tagsRevision(stage)];
    await addTag(stage.subscriber, id, stage.writing());
    seen.push(await tagsRevision(stage));
    await removeTag(stage.subscriber, id, stage.writing());
    seen.push(await tagsRevision(stage));
    demandGrowth('the tags or of their record', seen);
  },

  async 'raises the revision of a deal with each change'(stage) {
    const { updateDeal } = stage.need('updateDeal');
    const { id, revision } = await sampleDeal(stage);
    const seen = [revision];
    for (let change = 0; change < 3; change += 1) {
      const patch = { name: `Conformance ${randomKey()}` };
      seen.push((await updateDeal(stage.subscriber, id, patch, stage.writing())).revision);
    }
    demandGrowth('a deal', seen);
  },

  async 'raises the revision of a contact with each change'(stage) {
    const { updateContact } = stage.need('updateContact');
    const { id, revision } = await sampleContact(stage);
    const seen = [revision];
    for (let change = 0; change < 3; change += 1) {
      const patch = { lastName: `Conformance ${randomKey()}` };
      seen.push((await updateContact(stage.subscriber, id, patch, stage.writing())).revision);
    }
    demandGrowth('a contact', seen);
  },
};

async function tagsRevision(stage: Stage): Promise<number | undefined> {
  const { getSubscriber } = stage.need('getSubscriber');
  const { tagging, revision } = await getSubscriber(stage.subscriber, stage.reading);
  return tagging.revision ?? revision;
}

function demandGrowth(what: string, revisions: readonly (number | undefined)[]): void {
  if (revisions[0] === undefined) skip('The backend has no revisions of this.');
  demand(
    revisions.every((each, index) => index === 0 || (each ?? -Infinity) > (revisions[index - 1] ?? Infinity)),
    {
      that: `The revision of ${what} strictly grows with each change`,
      expected: words('each number to be greater than the one before'),
      got: revisions,
      advice:
        "It is the backend's own counter. A time serves only where two changes cannot share it; number opaque tokens in the adapter.",
    },
  );
}
