import type { Contact } from '../../model/contact.ts';
import type { Deal } from '../../model/deal.ts';
import type { Tagging } from '../../model/subscriber.ts';
import type { Variable } from '../../model/variable.ts';
import { randomKey, type Stage, skip } from '../createStage.ts';
import { readDeals, readTags, sampleContact, sampleDeal, sampleTag } from '../samples.ts';
import { readVariable, sampleVariable } from '../sampleVariable.ts';

/** A write that a colleague is about to overtake. */
export interface Race {
  /** What the operator saw. */
  readonly revision: number | undefined;
  /** The colleague's change. */
  readonly overtake: () => Promise<unknown>;
  readonly attempt: (ifRevision: number | undefined) => Promise<unknown>;
  /** What the backend holds, as the method returns it. */
  readonly read: () => Promise<unknown>;
}

export const races: { readonly [method: string]: (stage: Stage) => Promise<Race> } = {
  setVariable: raceForVariable,

  async addTag(stage) {
    const { addTag } = stage.need('addTag');
    return raceForTags(stage, false, (id, ifRevision) =>
      addTag(stage.subscriber, id, stage.writing({ ifRevision })),
    );
  },

  async removeTag(stage) {
    const { removeTag } = stage.need('removeTag');
    return raceForTags(stage, true, (id, ifRevision) =>
      removeTag(stage.subscriber, id, stage.writing({ ifRevision })),
    );
  },

  async updateDeal(stage) {
    const { updateDeal } = stage.need('updateDeal');
    return raceForDeal(stage, (id, ifRevision) =>
      updateDeal(stage.subscriber, id, { name: 'Mine' }, stage.writing({ ifRevision })),
    );
  },

  async deleteDeal(stage) {
    const { deleteDeal } = stage.need('deleteDeal');
    return raceForDeal(stage, (id, ifRevision) =>
      deleteDeal(stage.subscriber, id, stage.writing({ ifRevision })),
    );
  },

  async updateContact(stage) {
    const { getContact, updateContact } = stage.need('getContact', 'updateContact');
    const other = stage.needOther('updateContact');
    const { subscriber } = stage;
    const { id, revision } = await sampleContact(stage);
    const patch = { lastName: `Theirs ${randomKey()}` };
    return {
      revision,
      overtake: () => other.updateContact(subscriber, id, patch, stage.writing()),
      attempt: (ifRevision) =>
        updateContact(subscriber, id, { lastName: 'Mine' }, stage.writing({ ifRevision })),
      read: async () => toContactFacts(await getContact(subscriber, stage.reading)),
    };
  },
};

export async function raceForVariable(stage: Stage): Promise<Race & { readonly hasOwnRevision: boolean }> {
  const { setVariable } = stage.need('setVariable');
  const other = stage.needOther('setVariable');
  const { subscriber } = stage;
  const { variable, values, revision } = await sampleVariable(stage);
  const { key } = variable;
  return {
    revision,
    hasOwnRevision: variable.revision !== undefined,
    overtake: () => other.setVariable(subscriber, key, values[0], stage.writing()),
    attempt: (ifRevision) => setVariable(subscriber, key, values[1], stage.writing({ ifRevision })),
    read: async () => toVariableFacts((await readVariable(stage, key)).variable),
  };
}

async function raceForTags(
  stage: Stage,
  isAssigned: boolean,
  attempt: (tagId: string, ifRevision: number | undefined) => Promise<unknown>,
): Promise<Race> {
  const { getSubscriber } = stage.need('getSubscriber');
  const other = stage.needOther('addTag', 'removeTag');
  const { subscriber } = stage;
  const tag = await sampleTag(stage, isAssigned);
  const vocabulary = await readTags(stage);
  const theirs = vocabulary.find(({ id }) => id !== tag.id) ?? skip('The account has only one tag.');
  const { revision, tagging } = await getSubscriber(subscriber, stage.reading);
  const isTheirs = tagging.tags.some(({ id }) => id === theirs.id);
  return {
    revision: tagging.revision ?? revision,
    overtake: () =>
      isTheirs
        ? other.removeTag(subscriber, theirs.id, stage.writing())
        : other.addTag(subscriber, theirs.id, stage.writing()),
    attempt: (ifRevision) => attempt(tag.id, ifRevision),
    read: async () => toTaggingFacts((await getSubscriber(subscriber, stage.reading)).tagging),
  };
}

async function raceForDeal(
  stage: Stage,
  attempt: (dealId: string, ifRevision: number | undefined) => Promise<unknown>,
): Promise<Race> {
  stage.need('listDeals');
  const other = stage.needOther('updateDeal');
  const { subscriber } = stage;
  const { id, revision } = await sampleDeal(stage);
  const patch = { name: `Theirs ${randomKey()}` };
  return {
    revision,
    overtake: () => other.updateDeal(subscriber, id, patch, stage.writing()),
    attempt: (ifRevision) => attempt(id, ifRevision),
    read: async () => toDealFacts((await readDeals(stage)).find((deal) => deal.id === id)),
  };
}

/** What two answers have to have in common to be the same record. */
export const facts: { readonly [method: string]: (current: unknown) => unknown } = {
  setVariable: (current) => toVariableFacts(current as Variable),
  addTag: (current) => toTaggingFacts(current as Tagging),
  removeTag: (current) => toTaggingFacts(current as Tagging),
  updateDeal: (current) => toDealFacts(current as Deal),
  deleteDeal: (current) => toDealFacts(current as Deal),
  updateContact: (current) => toContactFacts(current as Contact),
};

function toVariableFacts(variable: Variable | undefined) {
  return variable && { key: variable.key, value: variable.value, revision: variable.revision };
}

function toTaggingFacts(tagging: Tagging | undefined) {
  return tagging && { ids: tagging.tags.map(({ id }) => id).sort(), revision: tagging.revision };
}

function toDealFacts(deal: Deal | undefined) {
  return deal && { id: deal.id, name: deal.name, revision: deal.revision };
}

function toContactFacts(contact: Contact | null | undefined) {
  return contact && { id: contact.id, lastName: contact.lastName, revision: contact.revision };
}
