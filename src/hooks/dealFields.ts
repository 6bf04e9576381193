import { type MoneyInput, parseMoney } from '../i18n/parse.ts';
import type { DealStep } from '../model/deal.ts';
import { type DealFieldName, type FieldId, toFieldId } from '../model/field.ts';
import type { Member } from '../model/member.ts';
import type { Money } from '../model/money.ts';
import type { Checked } from '../model/variable.ts';

/** What the fields of a deal hold, as values and in their editors. */
export type DealShape = {
  readonly name: { readonly value: string; readonly input: string };
  readonly step: { readonly value: DealStep; readonly input: DealStep | null };
  readonly value: { readonly value: Money | null; readonly input: MoneyInput };
  readonly assignee: { readonly value: Member | null; readonly input: Member | null };
};

/** Long enough for any CRM; SendPulse takes 255. */
const MAX_NAME = 255;

export function toDealFieldId(id: string, name: DealFieldName): FieldId {
  return toFieldId({ kind: 'deal', id, name });
}

export function parseDealName(input: string): Checked<string> {
  const name = input.trim();
  if (name === '') return { ok: false, reason: { code: 'required' } };
  if (name.length > MAX_NAME) return { ok: false, reason: { code: 'too-long', max: MAX_NAME } };
  return { ok: true, value: name };
}

export function parseDealStep(input: DealStep | null): Checked<DealStep> {
  return input?.pipelineId && input.stepId
    ? { ok: true, value: input }
    : { ok: false, reason: { code: 'required' } };
}

export function parseDealValue(input: MoneyInput, locale: string): Checked<Money | null> {
  return input.amount.trim() === ''
    ? { ok: true, value: null }
    : parseMoney(input.amount, input.currency, locale);
}
