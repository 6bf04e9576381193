import type { Contact, ContactDraft } from '../model/contact.ts';
import type { Deal, DealDraft, DealStep, Pipeline } from '../model/deal.ts';
import type { SubscriberRef } from '../model/subscriber.ts';
import type { Tag } from '../model/tag.ts';
import { randomKey, type Stage, skip } from './createStage.ts';
import { readAll } from './readAll.ts';
import { endingOf } from './refusalOf.ts';

// What the cases act with: taken from what the backend holds, made where it can be made, and else the case is skipped.

/** A tag of the vocabulary that the subscriber has, or has not, by now. */
export async function sampleTag(stage: Stage, isAssigned: boolean): Promise<Tag> {
  const { getSubscriber } = stage.need('getSubscriber');
  const { tagging } = await getSubscriber(stage.subscriber, stage.reading);
  const has = ({ id }: Tag) => tagging.tags.some((tag) => tag.id === id);
  const vocabulary = await readTags(stage);
  const tag = (isAssigned ? tagging.tags : vocabulary).find((each) => has(each) === isAssigned);
  if (tag) return tag;
  const [wanted] = vocabulary;
  if (!wanted) return skip('The account has no tags.');
  const { addTag, removeTag } = stage.need('addTag', 'removeTag');
  await (isAssigned ? addTag : removeTag)(stage.subscriber, wanted.id, stage.writing());
  return wanted;
}

export async function readTags(stage: Stage): Promise<readonly Tag[]> {
  const { searchTags } = stage.need('searchTags');
  return (await readAll((page) => searchTags('', page, stage.reading))).items;
}

export async function readDeals(stage: Stage): Promise<readonly Deal[]> {
  const { listDeals } = stage.need('listDeals');
  return (await readAll((page) => listDeals(stage.subscriber, page, stage.reading))).items;
}

/** A deal of the subscriber: a new one where deals can be created. */
export async function sampleDeal(stage: Stage): Promise<Deal> {
  if (stage.adapter.createDeal) return createDeal(stage);
  const [deal] = await readDeals(stage);
  return deal ?? skip('The subscriber has no deals, and none can be created.');
}

export async function createDeal(stage: Stage, given: Partial<DealDraft> = {}): Promise<Deal> {
  const draft = { ...(await toDealDraft(stage)), ...given };
  return stage.need('createDeal').createDeal(stage.subscriber, draft, stage.writing());
}

export async function toDealDraft(stage: Stage): Promise<DealDraft> {
  if (stage.dealDraft) return stage.dealDraft;
  const [pipeline, step] = await samplePipeline(stage);
  return {
    pipelineId: pipeline.id,
    stepId: step.stepId,
    name: 'Conformance',
    value: { amount: '1280.50', currency: pipeline.currency ?? 'USD' },
    assigneeId: await sampleAssignee(stage),
  };
}

/** A pipeline of two steps at least, with its first two. */
export async function samplePipeline(stage: Stage): Promise<[Pipeline, DealStep, DealStep]> {
  const pipelines = await stage.need('listPipelines').listPipelines(stage.reading);
  for (const pipeline of pipelines) {
    const [first, second] = pipeline.steps.map((step) => ({ pipelineId: pipeline.id, stepId: step.id }));
    if (first && second) return [pipeline, first, second];
  }
  return skip('There is no pipeline of two steps.');
}

async function sampleAssignee(stage: Stage): Promise<string | null> {
  const members = await stage.adapter.searchMembers?.('', {}, stage.reading);
  return members?.items.find(({ active }) => active)?.id ?? null;
}

/** The subscriber's contact: a new one where there is none. */
export async function sampleContact(stage: Stage): Promise<Contact> {
  const { getContact } = stage.need('getContact');
  const linked = await getContact(stage.subscriber, stage.reading);
  if (linked) return linked;
  const { createContact } = stage.need('createContact');
  return createContact(stage.subscriber, toContactDraft(stage), stage.writing());
}

export function toContactDraft(stage: Stage): ContactDraft {
  return (
    stage.contactDraft ?? {
      firstName: 'Ana',
      lastName: 'Conformance',
      phones: [{ value: '+55 11 91234-5678', primary: true }],
      emails: [{ value: `ana.${randomKey()}@example.com`, primary: true }],
    }
  );
}

/** Another subscriber who has no contact. */
export async function sampleUnlinked(stage: Stage): Promise<SubscriberRef> {
  const another = stage.needAnother();
  const { getContact } = stage.need('getContact');
  const ending = await endingOf(() => getContact(another, stage.reading));
  const hasContact = ending.type === 'answered' && Boolean(ending.answer);
  return hasContact ? skip('`another` of the fixture has a contact already.') : another;
}
