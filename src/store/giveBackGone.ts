import { AdapterError } from '../adapters/AdapterError.ts';
import { type Field, type FieldId, parseFieldId } from '../model/field.ts';
import type { CardState, Draft } from './cardState.ts';
import type { Confirmed } from './confirmed.ts';
import { giveBack } from './drafts.ts';
import { discard, type Mutation, type Mutations, resolve } from './mutations.ts';

type Unsent = Pick<CardState, 'mutations' | 'drafts'>;

/**
 * What was asked of a record that is gone is the operator's text again, to be copied: there is no row left in which
 * it could stand as failed or in conflict. What is on the wire comes back with its answer.
 */
export function giveBackGone(unsent: Unsent, confirmed: Confirmed): Unsent {
  const { lanes, conflicts } = unsent.mutations;
  const heads = [...lanes.values()].flatMap(({ head }) => (isLost(head, confirmed) ? [head] : []));
  const collided = [...conflicts].filter(([id]) => isGone(id, confirmed));
  if (heads.length + collided.length === 0) return unsent;
  let mutations: Mutations = resolve(
    unsent.mutations,
    collided.map(([id]) => id),
  );
  let drafts = unsent.drafts;
  const error = new AdapterError('not-found', 'It was deleted elsewhere.');
  for (const head of heads) {
    mutations = discard(mutations, head.lane);
    drafts = giveBack(drafts, { ...head, inputs: textsOf(head) }, error);
  }
  const kept = new Map<FieldId, Draft>(drafts);
  for (const [id, { input, value, base }] of collided) {
    const text = input ?? value ?? undefined;
    if (text === undefined || kept.has(id)) continue;
    kept.set(id, { input: text, base, problem: { type: 'rejected', error } });
  }
  return { mutations, drafts: kept };
}

function isLost({ status, action, inputs }: Mutation, confirmed: Confirmed): boolean {
  if (status === 'sent') return false;
  if (action.type === 'set') return [...action.changes.keys()].some((id) => isGone(id, confirmed));
  return confirmed.deleted && inputs.size > 0;
}

/** Whether the record of a field is known not to be there any more. */
export function isGone(id: FieldId, confirmed: Confirmed): boolean {
  if (confirmed.deleted) return true;
  const field = parseFieldId(id);
  return field !== null && !isThere(field, confirmed);
}

function isThere(field: Field, confirmed: Confirmed): boolean {
  switch (field.kind) {
    case 'variable':
      return confirmed.subscriber === null || confirmed.variables.some(({ key }) => key === field.key);
    case 'tag':
      return true;
    case 'deal': {
      // What is not in the list may stand on a further page.
      const isListWhole = confirmed.hasDealList && confirmed.dealCursor === undefined;
      const mayBeThere = !isListWhole && !confirmed.deletedDeals.has(field.id);
      return mayBeThere || confirmed.deals.some(({ id }) => id === field.id);
    }
    case 'contact':
    case 'contactField':
      return confirmed.contact === undefined || confirmed.contact?.id === field.id;
  }
}

/** What the editors held; where it was not typed, what was asked for. The presence of a tag has no text. */
function textsOf({ action, inputs }: Mutation): ReadonlyMap<FieldId, unknown> {
  if (action.type !== 'set') return inputs;
  return new Map(
    [...action.changes].flatMap(([id, { value }]): [FieldId, unknown][] => {
      const text = inputs.get(id) ?? value ?? undefined;
      return text === undefined || id.startsWith('tag:') ? [] : [[id, text]];
    }),
  );
}
