import { randomUUID } from 'node:crypto';
import type { Deal } from '../../../../src/model/deal.ts';
import type { DealForm } from '../checkDeal.ts';
import { deals } from '../schema.ts';
import type { Unit } from '../transact.ts';
import { readDeal } from './readDeal.ts';
import type { SubscriberRow } from './readSubscriber.ts';

/** Writes a new deal and tells everybody: an operator made it, or a purchase through the chatbot did. */
export async function createDeal(
  unit: Unit,
  { id: subscriberId, contactId }: Pick<SubscriberRow, 'id' | 'contactId'>,
  { name, step, value, assigneeId }: DealForm,
  purchaseId?: string,
): Promise<Deal> {
  const id = randomUUID();
  await unit.db.insert(deals).values({
    id,
    workspaceId: unit.workspaceId,
    subscriberId,
    contactId,
    name,
    ...step,
    amount: value?.amount,
    currency: value?.currency,
    assigneeId,
    createdAt: unit.at,
    updatedAt: unit.at,
    updatedBy: unit.by,
    purchaseId,
  });
  const deal = await readDeal(unit.db, id);
  await unit.record({ kind: 'deal-created', subscriberId, subjectId: id, after: { name, step, value } });
  await unit.announce([subscriberId], { type: 'dealCreated', deal });
  return deal;
}
