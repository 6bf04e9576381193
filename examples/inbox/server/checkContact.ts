import type { Issue } from '../../../src/adapters/AdapterError.ts';
import type { Contact } from '../../../src/model/contact.ts';
import type { VariableValue } from '../../../src/model/variable.ts';
import { checkAssignee } from './checkDeal.ts';
import { checkValue, hasDigits } from './checkValue.ts';
import { invalid } from './problem.ts';
import { readContactFields } from './records/readContact.ts';
import { isRecord } from './request.ts';
import type { Point } from './schema.ts';
import type { Unit } from './transact.ts';

/** What can be edited of a contact; its fields by key. */
export interface ContactForm {
  readonly firstName: string;
  readonly lastName: string;
  readonly phones: readonly Point[];
  readonly emails: readonly Point[];
  readonly assigneeId: string | null;
  readonly fields: { readonly [key: string]: VariableValue };
}

export const emptyContact: ContactForm = {
  firstName: '',
  lastName: '',
  phones: [],
  emails: [],
  assigneeId: null,
  fields: {},
};

export function toContactForm(contact: Contact): ContactForm {
  const { firstName, lastName, phones, emails, assignee, fields } = contact;
  return {
    firstName,
    lastName,
    phones: phones.map(toPoint),
    emails: emails.map(toPoint),
    assigneeId: assignee?.id ?? null,
    fields: Object.fromEntries(fields.map(({ key, value }) => [key, value])),
  };
}

/** Reads a contact as it was sent; throws every reason at once, with its path, why it cannot be kept. */
export async function checkContact(
  unit: Unit,
  form: Record<string, unknown>,
  before: ContactForm,
): Promise<ContactForm> {
  const issues: Issue[] = [];
  const contact = {
    firstName: checkName('firstName', form.firstName, issues),
    lastName: checkName('lastName', form.lastName, issues),
    phones: checkPoints('phones', form.phones, hasDigits, 'This is not a phone number.', issues),
    emails: checkPoints('emails', form.emails, isEmail, 'This is not an e-mail address.', issues),
    assigneeId: await checkAssignee(unit, form.assigneeId, before.assigneeId, issues),
    fields: await checkFields(unit, form.fields, before.fields, issues),
  };
  const { firstName, lastName, phones, emails } = contact;
  if (issues.length === 0 && firstName + lastName === '' && phones.length + emails.length === 0) {
    issues.push({ path: 'firstName', message: 'A contact needs a name, a phone or an e-mail address.' });
  }
  if (issues.length > 0) throw invalid(issues);
  return contact;
}

function checkName(path: string, name: unknown, issues: Issue[]): string {
  if (name === undefined) return '';
  if (typeof name !== 'string') issues.push({ path, message: 'This is not text.' });
  else if (name.length > 255) issues.push({ path, message: 'At most 255 characters.' });
  else return name.trim();
  return '';
}

/** Of several points one is the primary: the one that says so first, else the first. */
function checkPoints(
  path: string,
  points: unknown,
  isValid: (value: string) => boolean,
  message: string,
  issues: Issue[],
): readonly Point[] {
  if (points === undefined) return [];
  if (!Array.isArray(points) || points.length > 50) {
    issues.push({ path, message: 'This is not a list of at most 50.' });
    return [];
  }
  const values = points.map((point: unknown, index) => {
    const value = isRecord(point) && typeof point.value === 'string' ? point.value.trim() : '';
    if (!isValid(value)) issues.push({ path: `${path}.${index}.value`, message });
    return value;
  });
  const chosen = points.findIndex((point: unknown) => isRecord(point) && point.primary === true);
  return values.map((value, index) => ({ value, primary: index === Math.max(chosen, 0) }));
}

async function checkFields(
  unit: Unit,
  fields: unknown,
  before: ContactForm['fields'],
  issues: Issue[],
): Promise<ContactForm['fields']> {
  const definitions = await readContactFields(unit.db, unit.workspaceId);
  const sent = new Map(Object.entries(isRecord(fields) ? fields : {}));
  const known = new Map(Object.entries(before));
  for (const key of sent.keys()) {
    if (!definitions.some((definition) => definition.key === key)) {
      issues.push({ path: `fields.${key}`, message: 'There is no such field.' });
    }
  }
  const kept = definitions.map((definition): [string, VariableValue] => {
    const { key, readOnly } = definition;
    const value = sent.get(key) ?? null;
    const old = known.get(key) ?? null;
    if (JSON.stringify(value) === JSON.stringify(old)) return [key, old];
    const checked = checkValue(definition, value);
    if (readOnly !== null) issues.push({ path: `fields.${key}`, message: readOnly });
    else if (!checked.ok) issues.push({ path: `fields.${key}`, message: checked.message });
    return [key, checked.ok ? checked.value : old];
  });
  return Object.fromEntries(kept);
}

function isEmail(value: string): boolean {
  return value.length <= 254 && /^[^\s@]+@[^\s@]+$/.test(value);
}

function toPoint({ value, primary }: Point): Point {
  return { value, primary };
}
