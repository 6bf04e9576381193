import { type Cases, randomKey, type Stage, skip } from '../createStage.ts';
import { demand, demandSame } from '../demand.ts';
import { sampleTag } from '../samples.ts';

export const tagCases: Cases = {
  async 'answers an added tag with the whole set, as the backend holds it'(stage) {
    const { addTag } = stage.need('addTag');
    const tag = await sampleTag(stage, false);
    const before = await tagIds(stage);
    const { value } = await addTag(stage.subscriber, tag.id, stage.writing());
    demandSame(
      'addTag answers with all tags of the subscriber',
      [...before, tag.id].sort(),
      value.tags.map(({ id }) => id).sort(),
      'Answer with the whole set as it is after the write, not with the one tag.',
    );
    demandSame(
      'getSubscriber reads the tag that addTag added',
      [...before, tag.id].sort(),
      await tagIds(stage),
      'The write has to be done when the promise resolves.',
    );
  },

  async 'answers a removed tag with the whole set, as the backend holds it'(stage) {
    const { removeTag } = stage.need('removeTag');
    const tag = await sampleTag(stage, true);
    const left = (await tagIds(stage)).filter((id) => id !== tag.id);
    const { value } = await removeTag(stage.subscriber, tag.id, stage.writing());
    demandSame(
      'removeTag answers with the tags that are left',
      left,
      value.tags.map(({ id }) => id).sort(),
      'Answer with the whole set as it is after the write.',
    );
    demandSame(
      'getSubscriber no longer reads the tag that removeTag removed',
      left,
      await tagIds(stage),
      'The write has to be done when the promise resolves.',
    );
  },

  async 'takes a tag that is there already as added'(stage) {
    const { addTag } = stage.need('addTag');
    const tag = await sampleTag(stage, true);
    const before = await tagIds(stage);
    const { value } = await addTag(stage.subscriber, tag.id, stage.writing());
    demandSame(
      'Adding a tag that is there changes nothing and succeeds',
      before,
      value.tags.map(({ id }) => id).sort(),
      'A colleague may have added it a moment ago: what was asked for is so.',
    );
  },

  async 'takes a tag that is not there as removed'(stage) {
    const { removeTag } = stage.need('removeTag');
    const tag = await sampleTag(stage, false);
    const before = await tagIds(stage);
    const { value } = await removeTag(stage.subscriber, tag.id, stage.writing());
    demandSame(
      'Removing a tag that is not there changes nothing and succeeds',
      before,
      value.tags.map(({ id }) => id).sort(),
      'A colleague may have removed it a moment ago: what was asked for is so.',
    );
  },

  async 'answers a tag with the whole record where only records have revisions'(stage) {
    const { addTag, getSubscriber } = stage.need('addTag', 'getSubscriber');
    const tag = await sampleTag(stage, false);
    const { tagging, revision } = await getSubscriber(stage.subscriber, stage.reading);
    if (revision === undefined || tagging.revision !== undefined) {
      skip('The tags have a revision of their own, or there is none.');
    }
    const { record } = await addTag(stage.subscriber, tag.id, stage.writing());
    const held = await getSubscriber(stage.subscriber, stage.reading);
    demandSame(
      'addTag answers with the record and its revision',
      { id: held.id, revision: held.revision },
      record && { id: record.id, revision: record.revision },
      'Without `record` the next write carries an old revision, and is refused as if a colleague had been faster.',
    );
  },

  async 'creates a tag and gives it to the subscriber'(stage) {
    const { createTag } = stage.need('createTag');
    const name = `Conformance ${randomKey()}`;
    const { value } = await createTag(stage.subscriber, name, stage.writing());
    const created = value.tags.find((tag) => tag.name === name);
    demand(created !== undefined, {
      that: 'createTag answers with a set that has the new tag',
      expected: name,
      got: value.tags.map((tag) => tag.name),
      advice: 'It creates the tag and assigns it: where the backend has two calls for it, make both.',
    });
    demand((await tagIds(stage)).includes(created.id), {
      that: 'getSubscriber reads the tag that createTag created',
      expected: created.id,
      got: await tagIds(stage),
      advice: 'It creates the tag and assigns it: where the backend has two calls for it, make both.',
    });
  },

  async 'lists a created tag in the vocabulary'(stage) {
    const { createTag, searchTags } = stage.need('createTag', 'searchTags');
    const name = `Conformance ${randomKey()}`;
    await createTag(stage.subscriber, name, stage.writing());
    const { items } = await searchTags(name, {}, stage.reading);
    demand(
      items.some((tag) => tag.name === name),
      {
        that: 'searchTags finds a tag that was just created',
        expected: name,
        got: items.map((tag) => tag.name),
        advice: 'Forget what you have cached of the vocabulary when a tag is created.',
      },
    );
  },

  async 'keeps the name of a tag as it is'(stage) {
    const { createTag } = stage.need('createTag');
    const name = `<i>VIP</i> / "50%" ?#& ${randomKey()}`;
    const { value } = await createTag(stage.subscriber, name, stage.writing());
    demand(
      value.tags.some((tag) => tag.name === name),
      {
        that: 'The name of a tag is kept to the letter',
        expected: name,
        got: value.tags.map((tag) => tag.name),
        advice: 'Nothing escapes or encodes it: the card draws text as text.',
      },
    );
  },
};

async function tagIds(stage: Stage): Promise<string[]> {
  const { tagging } = await stage.need('getSubscriber').getSubscriber(stage.subscriber, stage.reading);
  return tagging.tags.map(({ id }) => id).sort();
}
