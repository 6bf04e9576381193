import { type Cases, skip } from '../createStage.ts';
import { demand, words } from '../demand.ts';
import { endingOf, readAdapterError } from '../refusalOf.ts';
import { readTags } from '../samples.ts';
import { isSameVariableValue, readVariable, sampleVariable } from '../sampleVariable.ts';

export const hostileCases: Cases = {
  async 'takes no part of an id for somebody else'(stage) {
    const { getSubscriber } = stage.need('getSubscriber');
    const { id } = stage.subscriber;
    const strangers = [`${id}/`, `${id}?a=1`, `${id}#a`, `${id}%00`, `${id}/tags`, `x/../${id}`, `./${id}`];
    for (const stranger of strangers) {
      const ending = await endingOf(() =>
        getSubscriber({ ...stage.subscriber, id: stranger }, stage.reading),
      );
      demand(ending.type !== 'answered', {
        that: `Nobody has the id ${JSON.stringify(stranger)}`,
        expected: words('a rejection'),
        got: words('the record of somebody else'),
        advice: 'Ids are opaque: encodeURIComponent each part of an address, and refuse "." and "..".',
      });
    }
  },

  async 'takes the names of Object.prototype for names like any other'(stage) {
    const { setVariable } = stage.need('setVariable');
    const { variables } = await stage.need('getSubscriber').getSubscriber(stage.subscriber, stage.reading);
    for (const key of prototypeNames.filter((name) => variables.every((each) => each.key !== name))) {
      const ending = await endingOf(() => setVariable(stage.subscriber, key, 'x', stage.writing()));
      demand(ending.type !== 'answered', {
        that: `The subscriber has no variable ${key}`,
        expected: words('a rejection'),
        got: words('an answer'),
        advice: 'Look names up in a Map or with Object.hasOwn: a plain object has names of its own.',
      });
    }
  },

  async 'takes text that has no encoding'(stage) {
    const { adapter, subscriber, reading, writing } = stage;
    const half = '\ud800';
    const calls: Record<string, () => Promise<unknown> | undefined> = {
      getSubscriber: () => adapter.getSubscriber({ ...subscriber, id: half }, reading),
      setVariable: () => adapter.setVariable?.(subscriber, half, half, writing()),
      searchTags: () => adapter.searchTags?.(half, {}, reading),
    };
    for (const [method, call] of Object.entries(calls)) {
      const ending = await endingOf(async () => call());
      const reason = 'reason' in ending ? ending.reason : undefined;
      demand(ending.type === 'answered' || readAdapterError(reason) !== null, {
        that: `${method} with half of an emoji, as a cut text ends, is answered or refused`,
        expected: words('an answer or an AdapterError'),
        got: reason,
        advice: 'encodeURIComponent throws on a lone surrogate: text.toWellFormed() first.',
      });
    }
  },

  async 'writes a variable whatever its key is'(stage) {
    const { setVariable } = stage.need('setVariable');
    const { variable, values } = await sampleVariable(stage, undefined, ({ key }) => isHostile(key));
    await setVariable(stage.subscriber, variable.key, values[0], stage.writing());
    const { value } = await readVariable(stage, variable.key);
    demand(isSameVariableValue(variable, value, values[0]), {
      that: `The variable with the key ${JSON.stringify(variable.key)} is written like any other`,
      expected: values[0],
      got: value,
      advice: 'Keys are opaque: encode them in an address, and look them up in a Map.',
    });
  },

  async 'adds a tag whatever its id is'(stage) {
    const { addTag, removeTag } = stage.need('addTag', 'removeTag');
    const tag =
      (await readTags(stage)).find(({ id }) => isHostile(id)) ??
      skip('No tag has an id with special characters.');
    await removeTag(stage.subscriber, tag.id, stage.writing());
    const { value } = await addTag(stage.subscriber, tag.id, stage.writing());
    demand(
      value.tags.some(({ id }) => id === tag.id),
      {
        that: `The tag with the id ${JSON.stringify(tag.id)} is added like any other`,
        expected: tag,
        got: value.tags,
        advice: 'Ids are opaque: encode them in an address, and look them up in a Map.',
      },
    );
  },
};

const prototypeNames = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

function isHostile(name: string): boolean {
  return !/^[\w-]+$/.test(name) || prototypeNames.includes(name);
}
