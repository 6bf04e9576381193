import { type Field, type FieldId, type FieldValue, parseFieldId, toFieldId } from '../model/field.ts';
import * as schemas from './answerSchemas.ts';
import {
  canonicalMoney,
  checkCampaigns,
  checkContact,
  checkContactPoints,
  checkDeal,
  checkMember,
  checkTag,
} from './checkAnswer.ts';
import type { CardEvent, FieldNews } from './DataAdapter.ts';
import {
  type Check,
  checkAt,
  checkOrReport,
  malformed,
  type Report,
  readAnswer,
  readEntries,
} from './readAnswer.ts';

/** Copies an event to plain data; `null`, and a report, for one that cannot be read or is of an unknown type. */
export function checkEvent(event: unknown, report: Report): CardEvent | null {
  return checkOrReport('', readEvent, event, report) ?? null;
}

function readEvent(answer: unknown, report: Report): CardEvent {
  const event = readAnswer(schemas.eventSchema, answer, report);
  const { type, revision } = event;
  switch (type) {
    case 'changed':
      return { type, fields: checkAt('fields', checkFields, event.fields, report) };
    case 'subscriberChanged':
      return { type, patch: checkAt('patch', checkPatch, event.patch, report), revision };
    case 'dealCreated':
      return { type, deal: checkAt('deal', checkDeal, event.deal, report) };
    case 'dealDeleted':
      return { type, id: checkAt('id', checkText, event.id, report), revision };
    case 'contactLinked':
      return { type, contact: checkAt('contact', checkContact, event.contact, report) };
    case 'contactUnlinked':
    case 'subscriberDeleted':
      return { type };
    case 'invalidated':
      return { type, section: event.section };
    case 'connection':
      return { type, state: checkAt('state', checkState, event.state, report) };
  }
}

function checkPatch(answer: unknown, report: Report) {
  const { channel, kind, name, campaigns, ...facts } = readAnswer(
    schemas.subscriberPatchSchema,
    answer,
    report,
  );
  return {
    ...facts,
    ...(channel !== undefined && { channel }),
    ...(kind && { kind }),
    ...(name !== undefined && { name }),
    ...(campaigns && { campaigns: checkCampaigns(campaigns, report) }),
  };
}

function checkFields(answer: unknown, report: Report) {
  const fields: { [id in FieldId]?: FieldNews } = {};
  for (const [id, part] of readEntries(answer)) {
    const field = parseFieldId(id);
    if (!field) {
      report(malformed('', 'field ids as toFieldId builds them'), 'detail');
      continue;
    }
    const news = checkOrReport(id, newsCheckOf(field), part, report);
    if (news) fields[toFieldId(field)] = news;
  }
  return fields;
}

function newsCheckOf(field: Field): Check<FieldNews> {
  return (answer, report) => {
    const { value, ...facts } = readAnswer(schemas.newsSchema, answer, report);
    return { ...facts, value: checkAt('value', valueCheckOf(field), value, report) };
  };
}

function valueCheckOf(field: Field): Check<FieldValue> {
  switch (field.kind) {
    case 'variable':
    case 'contactField':
      // Its type is known to whoever holds the variable: see checkVariableValue.
      return (answer, report) => readAnswer(schemas.anyValueSchema, answer, report);
    case 'tag':
      return orNull((answer, report) => {
        const tag = checkTag(answer, report);
        if (toFieldId({ kind: 'tag', id: tag.id }) !== toFieldId(field))
          throw malformed('id', 'the tag of the field');
        return tag;
      });
    case 'deal':
      return dealChecks[field.name];
    case 'contact':
      return contactChecks[field.name];
  }
}

const checkText: Check<string> = (answer, report) => readAnswer(schemas.textSchema, answer, report);
const checkState: Check<'open' | 'closed'> = (answer, report) =>
  readAnswer(schemas.stateSchema, answer, report);

const dealChecks: Record<(Field & { kind: 'deal' })['name'], Check<FieldValue>> = {
  name: checkText,
  step: (answer, report) => readAnswer(schemas.dealStepSchema, answer, report),
  value: orNull((answer, report) => canonicalMoney(readAnswer(schemas.moneySchema, answer, report))),
  assignee: orNull(checkMember),
};

const contactChecks: Record<(Field & { kind: 'contact' })['name'], Check<FieldValue>> = {
  firstName: checkText,
  lastName: checkText,
  phones: pointsOf,
  emails: pointsOf,
  assignee: orNull(checkMember),
};

function pointsOf(answer: unknown, report: Report): FieldValue {
  return checkContactPoints('', readAnswer(schemas.rowsSchema, answer, report), report);
}

function orNull(check: Check<FieldValue>): Check<FieldValue> {
  return (answer, report) => (answer === null ? null : check(answer, report));
}
