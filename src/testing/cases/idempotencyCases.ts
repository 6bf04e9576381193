import { type Cases, randomKey, type Stage, skip } from '../createStage.ts';
import { demandSame } from '../demand.ts';
import { readDeals, sampleUnlinked, toContactDraft, toDealDraft } from '../samples.ts';

export const idempotencyCases: Cases = {
  async 'creates one deal of two calls with one key'(stage) {
    assertIdempotent(stage);
    const { createDeal } = stage.need('createDeal', 'listDeals');
    const draft = { ...(await toDealDraft(stage)), name: `Conformance ${randomKey()}` };
    const write = stage.writing();
    const first = await createDeal(stage.subscriber, draft, write);
    const again = await createDeal(stage.subscriber, draft, write);
    const deals = await readDeals(stage);
    demandSame(
      'createDeal called again with the same idempotency key answers with the first deal and creates none',
      { id: first.id, deals: 1 },
      { id: again.id, deals: deals.filter(({ name }) => name === draft.name).length },
      advice,
    );
  },

  async 'creates one deal of two simultaneous calls with one key'(stage) {
    assertIdempotent(stage);
    const { createDeal } = stage.need('createDeal', 'listDeals');
    const draft = { ...(await toDealDraft(stage)), name: `Conformance ${randomKey()}` };
    const write = stage.writing();
    await Promise.allSettled([1, 2].map(() => createDeal(stage.subscriber, draft, write)));
    const deals = await readDeals(stage);
    demandSame(
      'Two createDeal at once with one idempotency key create one deal',
      1,
      deals.filter(({ name }) => name === draft.name).length,
      'The key has to be taken before the deal is created: a retry can overtake the request that it repeats.',
    );
  },

  async 'creates two deals of two calls with two keys'(stage) {
    assertIdempotent(stage);
    const { createDeal } = stage.need('createDeal');
    const draft = { ...(await toDealDraft(stage)), name: `Conformance ${randomKey()}` };
    const first = await createDeal(stage.subscriber, draft, stage.writing());
    const second = await createDeal(stage.subscriber, draft, stage.writing());
    demandSame(
      'createDeal with another idempotency key creates another deal',
      false,
      first.id === second.id,
      'The key alone says that a call is a repeat: two equal deals may well be meant.',
    );
  },

  async 'creates one tag of two calls with one key'(stage) {
    assertIdempotent(stage);
    const { createTag } = stage.need('createTag');
    const name = `Conformance ${randomKey()}`;
    const write = stage.writing();
    await createTag(stage.subscriber, name, write);
    const { value } = await createTag(stage.subscriber, name, write);
    demandSame(
      'createTag called again with the same idempotency key creates no second tag',
      1,
      value.tags.filter((tag) => tag.name === name).length,
      advice,
    );
  },

  async 'creates one contact of two calls with one key'(stage) {
    assertIdempotent(stage);
    const { createContact } = stage.need('createContact');
    const another = await sampleUnlinked(stage);
    const draft = toContactDraft(stage);
    const write = stage.writing();
    const first = await createContact(another, draft, write);
    const again = await createContact(another, draft, write);
    demandSame(
      'createContact called again with the same idempotency key answers with the first contact',
      first.id,
      again.id,
      advice,
    );
  },
};

const advice =
  'Pass the key on and let the backend remember it; where it cannot, leave `idempotent` out, and the card asks before it repeats.';

function assertIdempotent({ adapter }: Stage): void {
  if (adapter.idempotent !== true) skip('The adapter is not `idempotent`.');
}
