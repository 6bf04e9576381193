import type { CardEvent } from '../../adapters/DataAdapter.ts';
import { toFieldId } from '../../model/field.ts';
import { type Cases, randomKey, type Stage } from '../createStage.ts';
import { demand, words } from '../demand.ts';
import { listen } from '../listen.ts';
import { newsOf, says, variableField } from '../news.ts';
import { sampleContact, sampleDeal, sampleTag, sampleUnlinked, toDealDraft } from '../samples.ts';
import { isSameVariableValue, sampleVariable } from '../sampleVariable.ts';

type IsIt = (event: CardEvent) => boolean;

export const newsCases: Cases = {
  async 'tells of a variable that a colleague changes'(stage) {
    const { setVariable } = stage.needColleague('setVariable');
    const { variable, values } = await sampleVariable(stage);
    await demandNews(
      stage,
      'a variable that a colleague has changed',
      () => setVariable(stage.subscriber, variable.key, values[0], stage.writing()),
      (event) =>
        says('subscriber', event) ||
        isSameVariableValue(variable, newsOf(event, variableField(variable.key))?.value, values[0]),
    );
  },

  async 'tells of a tag that a colleague adds'(stage) {
    const { addTag } = stage.needColleague('addTag');
    const tag = await sampleTag(stage, false);
    const field = toFieldId({ kind: 'tag', id: tag.id });
    await demandNews(
      stage,
      'a tag that a colleague has added',
      () => addTag(stage.subscriber, tag.id, stage.writing()),
      (event) => says('subscriber', event) || (newsOf(event, field)?.value ?? null) !== null,
    );
  },

  async 'tells of a tag that a colleague removes'(stage) {
    const { removeTag } = stage.needColleague('removeTag');
    const tag = await sampleTag(stage, true);
    const field = toFieldId({ kind: 'tag', id: tag.id });
    await demandNews(
      stage,
      'a tag that a colleague has removed',
      () => removeTag(stage.subscriber, tag.id, stage.writing()),
      (event) => says('subscriber', event) || newsOf(event, field)?.value === null,
    );
  },

  async 'tells of a deal that a colleague creates'(stage) {
    const { createDeal } = stage.needColleague('createDeal');
    const draft = { ...(await toDealDraft(stage)), name: `Theirs ${randomKey()}` };
    await demandNews(
      stage,
      'a deal that a colleague has created',
      () => createDeal(stage.subscriber, draft, stage.writing()),
      (event) => says('deals', event) || (event.type === 'dealCreated' && event.deal.name === draft.name),
    );
  },

  async 'tells of a deal that a colleague changes'(stage) {
    const { updateDeal } = stage.needColleague('updateDeal');
    const { id } = await sampleDeal(stage);
    const name = `Theirs ${randomKey()}`;
    await demandNews(
      stage,
      'a deal that a colleague has changed',
      () => updateDeal(stage.subscriber, id, { name }, stage.writing()),
      (event) =>
        says('deals', event) || newsOf(event, toFieldId({ kind: 'deal', id, name: 'name' }))?.value === name,
    );
  },

  async 'tells of a deal that a colleague deletes'(stage) {
    const { deleteDeal } = stage.needColleague('deleteDeal');
    const { id } = await sampleDeal(stage);
    await demandNews(
      stage,
      'a deal that a colleague has deleted',
      () => deleteDeal(stage.subscriber, id, stage.writing()),
      (event) => says('deals', event) || (event.type === 'dealDeleted' && event.id === id),
    );
  },

  async 'tells of a contact that a colleague changes'(stage) {
    const { updateContact } = stage.needColleague('updateContact');
    const { id } = await sampleContact(stage);
    const lastName = `Theirs ${randomKey()}`;
    const field = toFieldId({ kind: 'contact', id, name: 'lastName' });
    await demandNews(
      stage,
      'a contact that a colleague has changed',
      () => updateContact(stage.subscriber, id, { lastName }, stage.writing()),
      (event) => says('contact', event) || newsOf(event, field)?.value === lastName,
    );
  },

  async 'tells of a contact that a colleague links'(stage) {
    const { linkContact } = stage.needColleague('linkContact');
    const another = await sampleUnlinked(stage);
    const { id } = await sampleContact(stage);
    await demandNews(
      stage,
      'a contact that a colleague has linked',
      () => linkContact(another, id, stage.writing()),
      (event) => says('contact', event) || (event.type === 'contactLinked' && event.contact.id === id),
      another,
    );
  },
};

async function demandNews(
  stage: Stage,
  what: string,
  act: () => Promise<unknown>,
  isIt: IsIt,
  ref = stage.subscriber,
): Promise<void> {
  const listening = await listen(stage, ref);
  await act();
  const event = await listening.until(isIt);
  listening.stop();
  demand(event !== null, {
    that: `subscribe tells of ${what}, with its new value or as "invalidated"`,
    expected: words(`an event within ${stage.patienceMs} ms`),
    got: listening.events,
    advice:
      'If it takes time to connect, tell `connection` `open` when it is done; `patienceMs` waits longer.',
  });
}
