import { type FieldId, parseFieldId } from '../model/field.ts';
import type { Tag } from '../model/tag.ts';
import type { CardChange } from './cardState.ts';
import type { Confirmed, News } from './confirmed.ts';
import type { Change, Mutation } from './mutations.ts';

/** What the server has confirmed of a mutation, one change for each thing that a host can care about. */
export function toCardChanges({ action }: Mutation, news: News, before: Confirmed): CardChange[] {
  switch (action.type) {
    case 'set':
      return toFieldChanges(action.changes);
    case 'createDeal':
      return news.type === 'deal' ? [{ type: 'dealCreated', dealId: news.deal.id, deal: news.deal }] : [];
    case 'deleteDeal':
      return [{ type: 'dealDeleted', dealId: action.dealId }];
    case 'createTag':
      return toCreatedTag(action.name, news, before);
    case 'createContact':
    case 'linkContact': {
      const contact = news.type === 'contact' ? news.contact : null;
      const created = action.type === 'createContact';
      return contact ? [{ type: 'contactSaved', contactId: contact.id, created }] : [];
    }
  }
}

/** The same for fields that turned out to be as asked for, without an answer of their own. */
export function toFieldChanges(changes: ReadonlyMap<FieldId, Change>): CardChange[] {
  const all = [...changes].flatMap(([id, change]) => toFieldChange(id, change));
  // A contact is saved as a whole, however many of its fields changed.
  const contact = all.find((change) => change.type === 'contactSaved');
  return contact ? [contact] : all;
}

function toFieldChange(id: FieldId, { value, base: previous }: Change): CardChange[] {
  const field = parseFieldId(id);
  switch (field?.kind) {
    case undefined:
      return [];
    case 'variable':
      return [{ type: 'variableChanged', key: field.key, value, previous }];
    case 'tag': {
      const tag = (value ?? previous) as Tag | null;
      return [{ type: value ? 'tagAdded' : 'tagRemoved', tagId: field.id, name: tag?.name ?? field.id }];
    }
    case 'deal':
      return field.name === 'step'
        ? [{ type: 'dealStepChanged', dealId: field.id, value, previous }]
        : [{ type: 'dealFieldChanged', dealId: field.id, field: field.name, value, previous }];
    case 'contact':
    case 'contactField':
      return [{ type: 'contactSaved', contactId: field.id, created: false }];
  }
}

function toCreatedTag(name: string, news: News, before: Confirmed): CardChange[] {
  const tagging =
    news.type === 'tagging' ? news.tagging : news.type === 'subscriber' ? news.subscriber.tagging : null;
  const tags = tagging?.tags ?? [];
  // A live event may have told of it already, and the backend may write it in its own way.
  const tag = tags.find((it) => it.name === name) ?? tags.find(({ id }) => !before.tags.includes(id));
  return tag
    ? [{ type: 'tagAdded', tagId: tag.id, name: tag.name }]
    : [{ type: 'tagAdded', tagId: name, name }];
}
