import type { Campaign } from '../model/campaign.ts';
import type { Contact, ContactPoint } from '../model/contact.ts';
import type { Deal, Pipeline, Step } from '../model/deal.ts';
import type { Member } from '../model/member.ts';
import type { Money } from '../model/money.ts';
import type { Subscriber, Tagging } from '../model/subscriber.ts';
import type { Tag } from '../model/tag.ts';
import {
  canonicalValue,
  isKnownType,
  type Variable,
  type VariableOption,
  type VariableValue,
} from '../model/variable.ts';
import * as schemas from './answerSchemas.ts';
import type { Page, Written } from './DataAdapter.ts';
import { type Check, checkAt, checkOrReport, checkRows, type Report, readAnswer } from './readAnswer.ts';

export type { Check, Loss, Report } from './readAnswer.ts';

// Whatever comes from an adapter passes through here once, row by row. What comes out is plain data of our own:
// no getter, proxy or later change of the host's object reaches the store.

export function checkSubscriber(answer: unknown, report: Report): Subscriber {
  const { campaigns, variables, tagging, ...facts } = readAnswer(schemas.subscriberSchema, answer, report);
  return {
    ...facts,
    ...(campaigns && { campaigns: checkCampaigns(campaigns, report) }),
    variables: checkRows('variables', checkVariableRow, variables, report, ({ key }) => key),
    tagging: checkAt('tagging', checkTagging, tagging, report),
  };
}

export function checkVariableRow(answer: unknown, report: Report): Variable {
  const { value, options, ...facts } = readAnswer(schemas.variableSchema, answer, report);
  const check: Check<VariableValue> = (part) => checkVariableValue(facts.type, part);
  // Without one of its options it is still a row that is shown.
  const reportOption: Report = (problem) => report(problem, 'detail');
  return {
    ...facts,
    value: checkAt('value', check, value, report),
    ...(options && { options: checkRows('options', checkOption, options, reportOption, ({ id }) => id) }),
  };
}

/** The value in its canonical form; throws `malformed` if it does not fit the type of the variable. */
export function checkVariableValue(type: string, answer: unknown): VariableValue {
  const schema = isKnownType(type) ? schemas.valueSchemas[type] : schemas.unknownTypeSchema;
  return canonicalValue(type, readAnswer<VariableValue>(schema, answer, ignore));
}

export function checkTag(answer: unknown, report: Report): Tag {
  return readAnswer(schemas.tagSchema, answer, report);
}

export function checkTagging(answer: unknown, report: Report): Tagging {
  const { tags, ...facts } = readAnswer(schemas.taggingSchema, answer, report);
  return { ...facts, tags: checkRows('tags', checkTag, tags, report, ({ id }) => id) };
}

export function checkDeal(answer: unknown, report: Report): Deal {
  const deal = readAnswer(schemas.dealSchema, answer, report);
  return { ...deal, value: canonicalMoney(deal.value) };
}

export function checkPipelines(answer: unknown, report: Report): Pipeline[] {
  return checkList(checkPipeline, answer, report);
}

export function checkMember(answer: unknown, report: Report): Member {
  return readAnswer(schemas.memberSchema, answer, report);
}

export function checkContact(answer: unknown, report: Report): Contact {
  const { phones, emails, fields, ...facts } = readAnswer(schemas.contactSchema, answer, report);
  return {
    ...facts,
    phones: checkContactPoints('phones', phones, report),
    emails: checkContactPoints('emails', emails, report),
    fields: checkRows('fields', checkVariableRow, fields, report, ({ key }) => key),
  };
}

/** A page of rows that have ids. */
export function checkPage<T extends { readonly id: string }>(
  checkItem: Check<T>,
  answer: unknown,
  report: Report,
): Page<T> {
  const { items, ...facts } = readAnswer(schemas.pageSchema, answer, report);
  return { ...facts, items: checkRows('items', checkItem, items, report, ({ id }) => id) };
}

/** A list of rows that have ids. */
export function checkList<T extends { readonly id: string }>(
  checkItem: Check<T>,
  answer: unknown,
  report: Report,
): T[] {
  const rows = readAnswer(schemas.rowsSchema, answer, report);
  return checkRows('', checkItem, rows, report, ({ id }) => id);
}

/** The answer to a write. A record that cannot be read does not unmake the write: it is left out. */
export function checkWritten<T>(checkValue: Check<T>, answer: unknown, report: Report): Written<T> {
  const written = readAnswer(schemas.writtenSchema, answer, report);
  const value = checkAt('value', checkValue, written.value, report);
  if (written.record === undefined) return { value };
  const record = checkOrReport('record', checkSubscriber, written.record, report);
  return record ? { value, record } : { value };
}

export function checkContactPoints(path: string, rows: readonly unknown[], report: Report): ContactPoint[] {
  // Without an id each entry is one of its own.
  return checkRows(path, checkContactPoint, rows, report, (point) => point.id ?? point);
}

/** Deals compare by value, so `10.50` and `10.5` have to be one. */
export function canonicalMoney(money: Money | null): Money | null {
  return canonicalValue('currency', money) as Money | null;
}

export function checkCampaigns(rows: readonly unknown[], report: Report): Campaign[] {
  // One campaign can touch a subscriber twice.
  return checkRows('campaigns', checkCampaign, rows, report, ({ id, clickedAt, messageId }) =>
    JSON.stringify([id, clickedAt, messageId]),
  );
}

function checkCampaign(answer: unknown, report: Report): Campaign {
  return readAnswer(schemas.campaignSchema, answer, report);
}

function checkOption(answer: unknown, report: Report): VariableOption {
  return readAnswer(schemas.optionSchema, answer, report);
}

function checkPipeline(answer: unknown, report: Report): Pipeline {
  const { steps, ...facts } = readAnswer(schemas.pipelineSchema, answer, report);
  return { ...facts, steps: checkRows('steps', checkStep, steps, report, ({ id }) => id) };
}

function checkStep(answer: unknown, report: Report): Step {
  return readAnswer(schemas.stepSchema, answer, report);
}

function checkContactPoint(answer: unknown, report: Report): ContactPoint {
  return readAnswer(schemas.contactPointSchema, answer, report);
}

function ignore(): void {}
