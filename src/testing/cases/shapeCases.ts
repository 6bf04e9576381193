import type { AdapterError } from '../../adapters/AdapterError.ts';
import {
  type Check,
  checkContact,
  checkDeal,
  checkList,
  checkMember,
  checkPage,
  checkPipelines,
  checkSubscriber,
  checkTag,
  checkTagging,
  checkVariableRow,
  checkWritten,
} from '../../adapters/checkAnswer.ts';
import type { AskingMethod } from '../adapterMethods.ts';
import { type Cases, randomKey, type Stage } from '../createStage.ts';
import { demand, words } from '../demand.ts';
import {
  sampleContact,
  sampleDeal,
  sampleTag,
  sampleUnlinked,
  toContactDraft,
  toDealDraft,
} from '../samples.ts';
import { sampleVariable } from '../sampleVariable.ts';

/** One case of each method: what it answers passes the checks of the card, and nothing is left out. */
export const shapeCases: Cases = Object.fromEntries(
  Object.entries(answers()).map(([method, answer]) => [
    `${method} answers in the shape of the contract`,
    async (stage: Stage) => {
      const [check, given] = await answer(stage);
      const problems: AdapterError[] = [];
      try {
        check(given, (problem) => problems.push(problem));
      } catch (thrown) {
        problems.push(thrown as AdapterError);
      }
      const [problem] = problems;
      demand(problem === undefined, {
        that: `${method} answers in the shape of the contract`,
        expected: words(`"${problem?.detail.path}" to be ${problem?.detail.expected}`),
        got: valueAt(given, problem?.detail.path ?? ''),
        advice: 'Convert what the backend says in the adapter: the card leaves out what it cannot read.',
      });
    },
  ]),
);

type Answer = (stage: Stage) => Promise<readonly [Check<unknown>, unknown]>;

function answers(): Record<Exclude<AskingMethod, 'deleteDeal'>, Answer> {
  return {
    async getSubscriber(stage) {
      const { getSubscriber } = stage.need('getSubscriber');
      return [checkSubscriber, await getSubscriber(stage.subscriber, stage.reading)];
    },
    async setVariable(stage) {
      const { setVariable } = stage.need('setVariable');
      const { variable, values } = await sampleVariable(stage);
      const written = await setVariable(stage.subscriber, variable.key, values[0], stage.writing());
      return [writtenOf(checkVariableRow), written];
    },
    async searchTags(stage) {
      const { searchTags } = stage.need('searchTags');
      return [pageOf(checkTag), await searchTags('', {}, stage.reading)];
    },
    async addTag(stage) {
      const { addTag } = stage.need('addTag');
      const tag = await sampleTag(stage, false);
      return [writtenOf(checkTagging), await addTag(stage.subscriber, tag.id, stage.writing())];
    },
    async removeTag(stage) {
      const { removeTag } = stage.need('removeTag');
      const tag = await sampleTag(stage, true);
      return [writtenOf(checkTagging), await removeTag(stage.subscriber, tag.id, stage.writing())];
    },
    async createTag(stage) {
      const { createTag } = stage.need('createTag');
      const name = `Conformance ${randomKey()}`;
      return [writtenOf(checkTagging), await createTag(stage.subscriber, name, stage.writing())];
    },
    async listPipelines(stage) {
      return [checkPipelines, await stage.need('listPipelines').listPipelines(stage.reading)];
    },
    async searchMembers(stage) {
      const { searchMembers } = stage.need('searchMembers');
      return [pageOf(checkMember), await searchMembers('', {}, stage.reading)];
    },
    async listDeals(stage) {
      const { listDeals } = stage.need('listDeals');
      return [pageOf(checkDeal), await listDeals(stage.subscriber, {}, stage.reading)];
    },
    async createDeal(stage) {
      const { createDeal } = stage.need('createDeal');
      return [checkDeal, await createDeal(stage.subscriber, await toDealDraft(stage), stage.writing())];
    },
    async updateDeal(stage) {
      const { updateDeal } = stage.need('updateDeal');
      const { id } = await sampleDeal(stage);
      const patch = { name: `Conformance ${randomKey()}` };
      return [checkDeal, await updateDeal(stage.subscriber, id, patch, stage.writing())];
    },
    async getContact(stage) {
      const { getContact } = stage.need('getContact');
      await sampleContact(stage);
      return [checkContact, await getContact(stage.subscriber, stage.reading)];
    },
    async createContact(stage) {
      const { createContact } = stage.need('createContact');
      const another = await sampleUnlinked(stage);
      return [checkContact, await createContact(another, toContactDraft(stage), stage.writing())];
    },
    async updateContact(stage) {
      const { updateContact } = stage.need('updateContact');
      const { id } = await sampleContact(stage);
      const patch = { lastName: `Conformance ${randomKey()}` };
      return [checkContact, await updateContact(stage.subscriber, id, patch, stage.writing())];
    },
    async linkContact(stage) {
      const { linkContact } = stage.need('linkContact');
      const { id } = await sampleContact(stage);
      return [checkContact, await linkContact(await sampleUnlinked(stage), id, stage.writing())];
    },
    async findContacts(stage) {
      const { findContacts } = stage.need('findContacts');
      const { emails } = await sampleContact(stage);
      const email = emails[0]?.value ?? 'nobody@example.com';
      return [listOf(checkContact), await findContacts({ email }, stage.reading)];
    },
  };
}

type Identified = { readonly id: string };

function pageOf(check: Check<Identified>): Check<unknown> {
  return (answer, report) => checkPage(check, answer, report);
}

function listOf(check: Check<Identified>): Check<unknown> {
  return (answer, report) => checkList(check, answer, report);
}

function writtenOf(check: Check<unknown>): Check<unknown> {
  return (answer, report) => checkWritten(check, answer, report);
}

function valueAt(answer: unknown, path: string): unknown {
  let part = answer;
  for (const key of path === '' ? [] : path.split('.')) {
    part = typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[key] : undefined;
  }
  return part;
}
