import { AdapterError } from '../adapters/AdapterError.ts';
import { type FieldId, toLane } from '../model/field.ts';
import type { SubscriberRef } from '../model/subscriber.ts';
import type { CardState, Draft } from './cardState.ts';
import { giveBack } from './drafts.ts';
import { type Mutation, type Mutations, refuse } from './mutations.ts';
import { parseSavedCard, SAVED_VERSION } from './savedCardSchema.ts';

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
    version: SAVED_VERSION,
    savedAt,
    subscriber: { id, channel, conversationId },
    drafts: [...drafts].map(([field, { problem, ...draft }]) => ({ field, ...draft })),
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
  const saved = parseSavedCard(JSON.parse(text));
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
