import type { FieldId, Lane } from '../../../src/model/field.ts';
import type { CardState } from '../../../src/store/cardState.ts';
import { laneOf } from './cast.ts';

/** Whether the card offers the field for editing. */
export function isEditable(state: CardState, field: FieldId): boolean {
  const [kind, owner = ''] = field.split(':');
  const { confirmed } = state;
  if (kind !== 'deal') return confirmed.subscriber !== null;
  return confirmed.deals.some(({ id }) => id === owner) && !isBeingDeleted(state, laneOf(field));
}

export function isBeingDeleted({ mutations }: CardState, lane: Lane): boolean {
  const queue = mutations.lanes.get(lane);
  const last = queue?.behind ?? queue?.head;
  return last?.action.type === 'deleteDeal' && queue?.head.status !== 'failed';
}
