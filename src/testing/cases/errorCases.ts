import type { ContactDraft } from '../../model/contact.ts';
import type { DealDraft } from '../../model/deal.ts';
import { errorCodes } from '../../model/errorCode.ts';
import type { AskingMethod } from '../adapterMethods.ts';
import { type Cases, randomKey, type Stage, skip } from '../createStage.ts';
import { demand, words } from '../demand.ts';
import { endingOf, readAdapterError, refusalOf } from '../refusalOf.ts';
import { sampleContact } from '../samples.ts';
import { findVariable, sampleVariable } from '../sampleVariable.ts';

export const errorCases: Cases = {
  async 'says not-found of a subscriber who does not exist'(stage) {
    const { getSubscriber } = stage.need('getSubscriber');
    await refusalOf(
      () => getSubscriber(stage.missing, stage.reading),
      'not-found',
      'getSubscriber of someone who does not exist is refused',
      'Make "not-found" of what the backend says of it (404).',
    );
  },

  async 'says not-found of a variable that does not exist'(stage) {
    const { setVariable } = stage.need('setVariable');
    await refusalOf(
      () => setVariable(stage.subscriber, `no-${randomKey()}`, 'a', stage.writing()),
      'not-found',
      'setVariable of a variable that does not exist is refused',
      'A colleague may have deleted it: make "not-found" of what the backend says then.',
    );
  },

  async 'says not-found of a tag that does not exist'(stage) {
    const { addTag } = stage.need('addTag');
    await refusalOf(
      () => addTag(stage.subscriber, `no-${randomKey()}`, stage.writing()),
      'not-found',
      'addTag of a tag that does not exist is refused',
      'A colleague may have deleted it: make "not-found" of what the backend says then.',
    );
  },

  async 'says not-found of a deal that does not exist'(stage) {
    const { updateDeal } = stage.need('updateDeal');
    await refusalOf(
      () => updateDeal(stage.subscriber, `no-${randomKey()}`, { name: 'Gone' }, stage.writing()),
      'not-found',
      'updateDeal of a deal that does not exist is refused',
      'A colleague may have deleted it: make "not-found" of what the backend says then.',
    );
  },

  async 'says not-found of a contact that does not exist'(stage) {
    const { updateContact } = stage.need('updateContact');
    await sampleContact(stage);
    await refusalOf(
      () => updateContact(stage.subscriber, `no-${randomKey()}`, { lastName: 'Gone' }, stage.writing()),
      'not-found',
      'updateContact of a contact that does not exist is refused',
      'A colleague may have deleted it: make "not-found" of what the backend says then.',
    );
  },

  async 'rejects and never throws'(stage) {
    for (const [method, call] of hopelessCalls(stage)) {
      const ending = await endingOf(call);
      demand(ending.type !== 'threw', {
        that: `${method} answers with a promise even if all goes wrong`,
        expected: words('a rejected promise'),
        got: 'reason' in ending ? ending.reason : undefined,
        advice: 'Make it an async function.',
      });
    }
  },

  async 'rejects with AdapterErrors of the known codes only'(stage) {
    for (const [method, call] of hopelessCalls(stage)) {
      const ending = await endingOf(call);
      if (ending.type !== 'rejected') continue;
      demand(readAdapterError(ending.reason) !== null, {
        that: `${method} rejects with an AdapterError`,
        expected: words(`an AdapterError with one of the codes ${errorCodes.join(', ')}`),
        got: ending.reason,
        advice:
          "Import the class from 'subscriber-card/headless', and keep what was thrown below as its `cause`.",
      });
    }
  },

  async 'says where a value is invalid'(stage) {
    const { setVariable } = stage.need('setVariable');
    const { variable } = await sampleVariable(stage, ['date', 'datetime', 'number', 'email']);
    const ending = await endingOf(() =>
      setVariable(stage.subscriber, variable.key, 'no such value', stage.writing()),
    );
    const error = ending.type === 'rejected' ? readAdapterError(ending.reason) : null;
    if (error?.code !== 'invalid') return skip('The backend does not refuse values as invalid.');
    const { issues = [] } = error.detail;
    demand(
      issues.some(({ path }) => path === 'value'),
      {
        that: 'A refusal as "invalid" says what is wrong and where',
        expected: words('`issues` with the path "value"'),
        got: issues,
        advice:
          'Name the paths as in the draft or the patch, such as "phones.0.value": the message goes there.',
      },
    );
  },

  async 'keeps what was typed out of the messages of errors'(stage) {
    const { setVariable } = stage.need('setVariable');
    const typed = `canary-${randomKey()}`;
    const sample = await findVariable(stage, ['date', 'datetime', 'number', 'email']);
    for (const key of [`no-${randomKey()}`, ...(sample ? [sample.variable.key] : [])]) {
      const ending = await endingOf(() => setVariable(stage.subscriber, key, typed, stage.writing()));
      const message = 'reason' in ending && ending.reason instanceof Error ? ending.reason.message : '';
      demand(!message.includes(typed), {
        that: 'The message of an error carries no personal data',
        expected: words('a message for developers without the value'),
        got: message,
        advice: 'Messages end in logs. What an operator should read goes into `issues` and `reason`.',
      });
    }
  },
};

type Call = () => Promise<unknown>;

/** A call of each method for a subscriber, a deal, a contact that do not exist. */
function hopelessCalls({ adapter, missing, reading, writing }: Stage): readonly [AskingMethod, Call][] {
  const nothing = `no-${randomKey()}`;
  const deal: DealDraft = { pipelineId: nothing, stepId: nothing, name: '', value: null, assigneeId: null };
  const contact: ContactDraft = { firstName: '', lastName: '', phones: [], emails: [] };
  const page = { cursor: nothing };
  const given: { readonly [method in AskingMethod]: readonly unknown[] } = {
    getSubscriber: [missing, reading],
    setVariable: [missing, nothing, null, writing()],
    searchTags: [nothing, page, reading],
    addTag: [missing, nothing, writing()],
    removeTag: [missing, nothing, writing()],
    createTag: [missing, '', writing()],
    listPipelines: [reading],
    searchMembers: [nothing, page, reading],
    listDeals: [missing, page, reading],
    createDeal: [missing, deal, writing()],
    updateDeal: [missing, nothing, {}, writing()],
    deleteDeal: [missing, nothing, writing()],
    getContact: [missing, reading],
    createContact: [missing, contact, writing()],
    updateContact: [missing, nothing, {}, writing()],
    linkContact: [missing, nothing, writing()],
    findContacts: [{ email: '' }, reading],
  };
  return (Object.keys(given) as AskingMethod[]).flatMap((method) => {
    const ask: unknown = adapter[method];
    if (typeof ask !== 'function') return [];
    return [[method, () => ask.apply(adapter, given[method]) as Promise<unknown>]];
  });
}
