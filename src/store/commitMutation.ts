import type { AdapterError } from '../adapters/AdapterError.ts';
import {
  checkContact,
  checkDeal,
  checkTagging,
  checkVariableRow,
  checkWritten,
} from '../adapters/checkAnswer.ts';
import type { DataAdapter, WriteContext, Written } from '../adapters/DataAdapter.ts';
import { type Field, type FieldId, parseFieldId } from '../model/field.ts';
import type { SubscriberRef, Tagging } from '../model/subscriber.ts';
import type { Variable, VariableValue } from '../model/variable.ts';
import { can } from './can.ts';
import type { Confirmed, News } from './confirmed.ts';
import type { Change, Mutation } from './mutations.ts';
import { toContactPatch, toDealPatch } from './patch.ts';

type Report = (problem: AdapterError) => void;

/**
 * Makes a mutation the one adapter call of its lane. Resolves with what the server told; the only place that
 * writes through the adapter.
 */
export async function commitMutation(
  adapter: DataAdapter,
  ref: SubscriberRef,
  { action }: Mutation,
  write: WriteContext,
  report: Report,
): Promise<News> {
  switch (action.type) {
    case 'set':
      return commitChanges(adapter, ref, action.changes, write, report);
    case 'createDeal': {
      const deal = await can(adapter, 'createDeal').createDeal(ref, action.draft, write);
      return { type: 'deal', deal: checkDeal(deal, report) };
    }
    case 'deleteDeal':
      await can(adapter, 'deleteDeal').deleteDeal(ref, action.dealId, write);
      return { type: 'dealDeleted', id: action.dealId };
    case 'createTag':
      return toTaggingNews(await can(adapter, 'createTag').createTag(ref, action.name, write), report);
    case 'createContact': {
      const contact = await can(adapter, 'createContact').createContact(ref, action.draft, write);
      return { type: 'contact', contact: checkContact(contact, report) };
    }
    case 'linkContact': {
      const contact = await can(adapter, 'linkContact').linkContact(ref, action.contactId, write);
      return { type: 'contact', contact: checkContact(contact, report) };
    }
  }
}

/** What a `conflict` carried of the server's state, as news. `null` where it carried nothing. */
export function toConflictNews({ action }: Mutation, { detail }: AdapterError, report: Report): News | null {
  const { current, record, by, at } = detail;
  if (current === undefined) return null;
  if (action.type === 'deleteDeal') return { type: 'deal', deal: checkDeal(current, report), by, at };
  if (action.type === 'createContact')
    return { type: 'contact', contact: checkContact(current, report), by, at };
  if (action.type !== 'set') return null;
  const written = { value: current, record } as Written<never>;
  const [field] = toFields(action.changes);
  switch (field?.kind) {
    case 'variable':
      return toVariableNews(written, report);
    case 'tag':
      return toTaggingNews(written, report);
    case 'deal':
      return { type: 'deal', deal: checkDeal(current, report), by, at };
    case 'contact':
    case 'contactField':
      return { type: 'contact', contact: checkContact(current, report), by, at };
    case undefined:
      return null;
  }
}

/** The revision that guards a write of these fields: the field's own where it has one, else its record's. */
export function toGuard(confirmed: Confirmed, { action, lane }: Mutation): number | undefined {
  if (action.type === 'deleteDeal') return confirmed.revisions.get(lane);
  if (action.type !== 'set') return undefined;
  // Presence of a tag cannot collide: whoever adds it, it is there.
  if (lane.startsWith('tag:')) return undefined;
  if (!lane.startsWith('variable:')) return confirmed.revisions.get(lane);
  const [id] = action.changes.keys();
  const field = id && confirmed.fields.get(id);
  return field?.ownRevision ? field.revision : confirmed.revisions.get('subscriber');
}

async function commitChanges(
  adapter: DataAdapter,
  ref: SubscriberRef,
  changes: ReadonlyMap<FieldId, Change>,
  write: WriteContext,
  report: Report,
): Promise<News> {
  const [field] = toFields(changes);
  if (!field) throw new TypeError('A mutation has at least one change.');
  switch (field.kind) {
    case 'variable': {
      const [change] = changes.values();
      const value = (change?.value ?? null) as VariableValue;
      return toVariableNews(
        await can(adapter, 'setVariable').setVariable(ref, field.key, value, write),
        report,
      );
    }
    case 'tag': {
      const [change] = changes.values();
      const answer = change?.value
        ? await can(adapter, 'addTag').addTag(ref, field.id, write)
        : await can(adapter, 'removeTag').removeTag(ref, field.id, write);
      return toTaggingNews(answer, report);
    }
    case 'deal': {
      const deal = await can(adapter, 'updateDeal').updateDeal(ref, field.id, toDealPatch(changes), write);
      return { type: 'deal', deal: checkDeal(deal, report) };
    }
    case 'contact':
    case 'contactField': {
      const patch = toContactPatch(changes);
      const contact = await can(adapter, 'updateContact').updateContact(ref, field.id, patch, write);
      return { type: 'contact', contact: checkContact(contact, report) };
    }
  }
}

function toVariableNews(answer: Written<Variable>, report: Report): News {
  const { value, record } = checkWritten(checkVariableRow, answer, report);
  return record ? { type: 'subscriber', subscriber: record } : { type: 'variable', variable: value };
}

function toTaggingNews(answer: Written<Tagging>, report: Report): News {
  const { value, record } = checkWritten(checkTagging, answer, report);
  return record ? { type: 'subscriber', subscriber: record } : { type: 'tagging', tagging: value };
}

function toFields(changes: ReadonlyMap<FieldId, Change>): Field[] {
  return [...changes.keys()].flatMap((id) => parseFieldId(id) ?? []);
}
