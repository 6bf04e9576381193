import type { Deal } from '../../model/deal.ts';
import { canonicalDecimal } from '../../model/decimal.ts';
import { type Cases, randomKey } from '../createStage.ts';
import { demand, demandSame, words } from '../demand.ts';
import { createDeal, readDeals, sampleDeal, samplePipeline, toDealDraft } from '../samples.ts';

export const dealCases: Cases = {
  async 'answers a created deal as the backend holds it'(stage) {
    const { createDeal } = stage.need('createDeal');
    const draft = { ...(await toDealDraft(stage)), name: `Conformance ${randomKey()}` };
    const deal = await createDeal(stage.subscriber, draft, stage.writing());
    demandSame(
      'createDeal answers with the deal that was asked for',
      draft,
      { ...toDraft(deal), value: sameMoney(draft.value, deal.value) },
      'Answer with the whole deal as the backend stored it, its id included.',
    );
  },

  async 'lists a created deal'(stage) {
    const { id } = await createDeal(stage);
    const deals = await readDeals(stage);
    demand(
      deals.some((deal) => deal.id === id),
      {
        that: 'listDeals lists a deal that was just created',
        expected: id,
        got: deals.map((deal) => deal.id),
        advice:
          'The write has to be done when the promise resolves, and belong to the subscriber of the call.',
      },
    );
  },

  async 'answers a changed deal as the backend holds it'(stage) {
    const { updateDeal } = stage.need('updateDeal');
    const { id } = await sampleDeal(stage);
    const name = `Conformance ${randomKey()}`;
    const deal = await updateDeal(stage.subscriber, id, { name }, stage.writing());
    demandSame(
      'updateDeal answers with the whole deal and its new name',
      { id, name },
      { id: deal.id, name: deal.name },
      'Answer with what the backend stored, or read it again after the write.',
    );
    const held = (await readDeals(stage)).find((each) => each.id === id);
    demandSame('listDeals reads what updateDeal wrote', name, held?.name, 'Look at the id in the address.');
  },

  async 'leaves alone what a change of a deal does not name'(stage) {
    const { updateDeal } = stage.need('updateDeal');
    const sample = await sampleDeal(stage);
    const deal = (await readDeals(stage)).find(({ id }) => id === sample.id) ?? sample;
    const patch = { name: `Conformance ${randomKey()}`, value: undefined, assigneeId: undefined };
    const changed = await updateDeal(stage.subscriber, deal.id, patch, stage.writing());
    demandSame(
      'updateDeal leaves alone what is undefined',
      { ...toDraft(deal), name: patch.name },
      toDraft(changed),
      'Only null clears: leave out of the request what the patch does not name.',
    );
  },

  async 'clears the value and the assignee of a deal with null'(stage) {
    const { updateDeal } = stage.need('updateDeal');
    const { id } = await sampleDeal(stage);
    const patch = { value: null, assigneeId: null };
    const { value, assignee } = await updateDeal(stage.subscriber, id, patch, stage.writing());
    demandSame(
      'updateDeal clears with null',
      { value: null, assignee: null },
      { value, assignee },
      'Send the backend what unsets a value there: undefined leaves alone, null clears.',
    );
  },

  async 'moves a deal to another step'(stage) {
    const { updateDeal } = stage.need('updateDeal');
    const [, first, second] = await samplePipeline(stage);
    const deal = await sampleDeal(stage);
    const step = deal.stepId === second.stepId && deal.pipelineId === second.pipelineId ? first : second;
    const { pipelineId, stepId } = await updateDeal(stage.subscriber, deal.id, { step }, stage.writing());
    demandSame(
      'updateDeal moves a deal to the pipeline and the step that are named',
      step,
      { pipelineId, stepId },
      'Send both: a step means nothing in another pipeline.',
    );
  },

  async 'keeps the value of a deal as decimal digits with its currency'(stage) {
    const { createDeal } = stage.need('createDeal');
    const draft = await toDealDraft(stage);
    for (const amount of ['0.10', '1234567.89']) {
      const value = { amount, currency: draft.value?.currency ?? 'USD' };
      const deal = await createDeal(stage.subscriber, { ...draft, value }, stage.writing());
      demandSame(
        'The value of a deal is kept as the decimal that was written',
        value,
        sameMoney(value, deal.value),
        'The amount is a text such as "1280.50" on both sides: make no float of it.',
      );
    }
  },

  async 'keeps the name of a deal as it is'(stage) {
    const name = `<i>Boots</i> / "50%" ?#& ${randomKey()}`;
    demandSame(
      'The name of a deal is kept to the letter',
      name,
      (await createDeal(stage, { name })).name,
      'Nothing escapes or encodes it: the card draws text as text.',
    );
  },

  async 'deletes a deal'(stage) {
    const { deleteDeal } = stage.need('deleteDeal', 'listDeals', 'createDeal');
    const { id } = await createDeal(stage);
    await deleteDeal(stage.subscriber, id, stage.writing());
    const deals = await readDeals(stage);
    demand(!deals.some((deal) => deal.id === id), {
      that: 'listDeals no longer lists a deal that was deleted',
      expected: words(`no deal with the id "${id}"`),
      got: id,
      advice: 'The write has to be done when the promise resolves.',
    });
  },
};

function toDraft({ pipelineId, stepId, name, value, assignee }: Deal) {
  return { pipelineId, stepId, name, value, assigneeId: assignee?.id ?? null };
}

/** The first, where the second means the same: `10.50` and `10.5` are one amount. */
function sameMoney(wanted: Deal['value'], given: Deal['value']): unknown {
  if (!wanted || !given || typeof given.amount !== 'string') return given;
  const isSame =
    wanted.currency === given.currency && canonicalDecimal(wanted.amount) === canonicalDecimal(given.amount);
  return isSame ? wanted : given;
}
