import * as v from 'valibot';
import { AdapterError } from '../adapters/AdapterError.ts';
import { errorCodes } from '../model/errorCode.ts';
import { type FieldId, type Lane, parseFieldId, toLane } from '../model/field.ts';
import type { SubscriberRef } from '../model/subscriber.ts';
import type { CardState, Draft } from './cardState.ts';
import { giveBack } from './drafts.ts';
import { type Change, type Mutation, type Mutations, refuse } from './mutations.ts';

/** What of a card outlives a reload: what was typed, and what the server has not confirmed. */
export interface SavedCard {
  readonly subscriber: SubscriberRef;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
  readonly drafts: CardState['drafts'];
  readonly mutations: Mutations;
}

/** The card as text for a storage; `null` where there is nothing to keep. */
export function writeSavedCard(
  { id, channel, conversationId }: SubscriberRef,
  { drafts, mutations }: Pick<CardState, 'drafts' | 'mutations'>,
  savedAt: number,
): string | null {
  if (drafts.size + mutations.lanes.size + mutations.conflicts.size === 0) return null;
  return JSON.stringify({
    version: VERSION,
    savedAt,
    subscriber: { id, channel, conversationId },
    drafts: [...drafts].map(([field, { input, opened, base }]) => ({ field, input, opened, base })),
    lanes: [...mutations.lanes.values()].map(({ head, behind }) => ({
      head: writeMutation(head),
      behind: behind && writeMutation(behind),
    })),
    conflicts: [...mutations.conflicts],
  });
}

/**
 * Reads what {@link writeSavedCard} wrote. What was on the wire may have landed, so it waits to be looked into.
 *
 * @throws where the text is of another version, or anybody else's.
 */
export function readSavedCard(text: string): SavedCard {
  const saved = v.parse(cardSchema, JSON.parse(text));
  const lanes = new Map(saved.lanes.map(({ head, behind }) => [head.lane, { head, behind }]));
  let mutations: Mutations = { lanes, conflicts: new Map(saved.conflicts) };
  for (const [lane, { head }] of lanes) {
    if (head.status === 'sent' || head.status === 'queued' || head.status === 'waiting') {
      mutations = refuse(mutations, lane, reloaded(), { to: 'waiting', isAttempt: false });
    }
  }
  const drafts = new Map(
    saved.drafts.map(({ field, input, base, ...rest }): [FieldId, Draft] => [
      field,
      { input, base, ...rest },
    ]),
  );
  return { subscriber: saved.subscriber, savedAt: saved.savedAt, drafts, mutations };
}

/** What was kept beside what this page has asked for already, which is newer. */
export function takeUp(
  { mutations, drafts }: CardState,
  saved: SavedCard,
  { isIdempotent }: { readonly isIdempotent: boolean },
): Pick<CardState, 'mutations' | 'drafts' | 'restored'> {
  const asked = isIdempotent ? saved.mutations : withoutBlindCreations(saved.mutations);
  const outdated = [...asked.lanes.values()].filter(({ head }) => mutations.lanes.has(head.lane));
  const kept = outdated.reduce((all, { head }) => giveBack(all, head), saved.drafts);
  const lanes = [...asked.lanes.keys(), ...[...kept.keys(), ...asked.conflicts.keys()].map(toLane)];
  return {
    mutations: {
      lanes: new Map([...asked.lanes, ...mutations.lanes]),
      conflicts: new Map([...asked.conflicts, ...mutations.conflicts]),
    },
    drafts: new Map([...kept, ...drafts]),
    restored: { at: saved.savedAt, lanes: new Set(lanes) },
  };
}

/** What may not be sent again without asking: nobody knows whether the creation has landed. */
function withoutBlindCreations(mutations: Mutations): Mutations {
  let safe = mutations;
  for (const [lane, { head }] of mutations.lanes) {
    if (!head.action.type.startsWith('create') || head.status !== 'waiting') continue;
    safe = refuse(safe, lane, reloaded(), { to: head.wasSent ? 'unknown' : 'failed' });
  }
  return safe;
}

/** Of another version nothing is read: what its parts meant is not known here. */
const VERSION = 1;

function reloaded(): AdapterError {
  return new AdapterError('offline', 'The page was loaded anew before the server had answered.');
}

function writeMutation({ error, action, inputs, ...mutation }: Mutation) {
  return {
    ...mutation,
    inputs: [...inputs],
    action: action.type === 'set' ? { ...action, changes: [...action.changes] } : action,
    // What the server said may name a person; its code says enough.
    error: error?.code,
  };
}

const fieldSchema = v.custom<FieldId>((it) => typeof it === 'string' && parseFieldId(it) !== null);
const laneSchema = v.custom<Lane>(
  (it) => typeof it === 'string' && /^(variable|tag|deal|contact|create):/.test(it),
);

const changeSchema = v.pipe(
  v.object({
    value: v.unknown(),
    base: v.optional(v.unknown()),
    past: v.array(v.unknown()),
    input: v.optional(v.unknown()),
  }),
  v.transform((it): Change => ({ base: undefined, ...it })),
);

const changesSchema = v.array(v.tuple([fieldSchema, changeSchema]));
const points = v.array(v.looseObject({ value: v.string(), primary: v.boolean() }));

const dealDraftSchema = v.looseObject({
  pipelineId: v.string(),
  stepId: v.string(),
  name: v.string(),
  value: v.nullable(v.object({ amount: v.string(), currency: v.string() })),
  assigneeId: v.nullable(v.string()),
});

const contactDraftSchema = v.looseObject({
  firstName: v.string(),
  lastName: v.string(),
  phones: points,
  emails: points,
});

const actionSchema = v.variant('type', [
  v.object({
    type: v.literal('set'),
    changes: v.pipe(
      changesSchema,
      v.minLength(1),
      v.transform((it) => new Map(it)),
    ),
  }),
  v.object({ type: v.literal('createDeal'), draft: dealDraftSchema }),
  v.object({ type: v.literal('deleteDeal'), dealId: v.string() }),
  v.object({ type: v.literal('createTag'), name: v.string() }),
  v.object({ type: v.literal('createContact'), draft: contactDraftSchema }),
  v.object({ type: v.literal('linkContact'), contactId: v.string() }),
]);

const mutationSchema = v.pipe(
  v.object({
    id: v.string(),
    lane: laneSchema,
    action: actionSchema,
    inputs: v.pipe(
      v.array(v.tuple([fieldSchema, v.unknown()])),
      v.transform((it) => new Map(it)),
    ),
    status: v.picklist(['queued', 'sent', 'waiting', 'failed', 'unknown']),
    attempts: v.number(),
    wasSent: v.boolean(),
    error: v.optional(v.picklist(errorCodes)),
  }),
  v.transform(
    ({ error, ...it }) =>
      ({
        ...it,
        error: error && new AdapterError(error, 'Said before the page was loaded anew.'),
      }) as Mutation,
  ),
);

const cardSchema = v.object({
  version: v.literal(VERSION),
  savedAt: v.number(),
  subscriber: v.object({
    id: v.string(),
    channel: v.optional(v.string()),
    conversationId: v.optional(v.string()),
  }),
  drafts: v.array(
    v.object({
      field: fieldSchema,
      input: v.optional(v.unknown()),
      opened: v.optional(v.unknown()),
      base: v.optional(v.unknown()),
    }),
  ),
  lanes: v.array(v.object({ head: mutationSchema, behind: v.optional(mutationSchema) })),
  conflicts: changesSchema,
});
