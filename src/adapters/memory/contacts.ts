import type {
  Contact,
  ContactDraft,
  ContactFieldValue,
  ContactPatch,
  ContactPoint,
} from '../../model/contact.ts';
import { isEmail } from '../../model/email.ts';
import { type FieldId, isSameValue, toFieldId } from '../../model/field.ts';
import { isPhone } from '../../model/phone.ts';
import type { SubscriberRef } from '../../model/subscriber.ts';
import type { Variable } from '../../model/variable.ts';
import { AdapterError, type Issue } from '../AdapterError.ts';
import type { ContactQuery, FieldNews } from '../DataAdapter.ts';
import { checkHeld } from './checkHeld.ts';
import {
  assertEditable,
  findSubscriber,
  type MemoryState,
  nextId,
  notFound,
  sign,
  type Write,
} from './createMemoryState.ts';
import { invalid, messageOf } from './invalid.ts';
import { assertRevision, stamp } from './revision.ts';

export function getContact(state: MemoryState, ref: SubscriberRef): Contact | null {
  findSubscriber(state, ref);
  return state.contacts.get(state.links.get(ref.id) ?? '') ?? null;
}

/** The contacts that have the address or the number, however it is written. */
export function findContacts(state: MemoryState, { email, phone }: ContactQuery): Contact[] {
  return [...state.contacts.values()].filter(
    (contact) =>
      (email !== undefined && contact.emails.some(({ value }) => isSameEmail(value, email))) ||
      (phone !== undefined && contact.phones.some(({ value }) => isSamePhone(value, phone))),
  );
}

export function createContact(
  state: MemoryState,
  ref: SubscriberRef,
  draft: ContactDraft,
  write: Write,
): Contact {
  const linked = getContact(state, ref);
  assertEditable(write, findSubscriber(state, ref).readOnly);
  if (linked) {
    throw new AdapterError('conflict', 'A contact was linked in the meantime.', {
      current: structuredClone(linked),
      ...state.authors.get(`contact:${linked.id}`),
    });
  }
  const blank: Contact = {
    id: nextId(state, 'contact', (taken) => state.contacts.has(taken)),
    firstName: '',
    lastName: '',
    phones: [],
    emails: [],
    assignee: null,
    fields: state.contactFields,
  };
  const contact = stamp(state, patched(state, blank, draft, write));
  if (isNameless(contact)) {
    throw invalid([{ path: 'firstName', message: 'A contact needs a name, a phone or an email address.' }]);
  }
  state.authors.set(`contact:${contact.id}`, sign(state, write));
  state.contacts.set(contact.id, contact);
  state.links.set(ref.id, contact.id);
  state.feed.emit(ref.id, { type: 'contactLinked', contact });
  return contact;
}

export function updateContact(
  state: MemoryState,
  ref: SubscriberRef,
  contactId: string,
  patch: ContactPatch,
  write: Write,
): Contact {
  assertEditable(write, findSubscriber(state, ref).readOnly);
  const held = state.contacts.get(contactId);
  if (!held) throw notFound('contact');
  assertRevision(write.ifRevision, held.revision, () => ({
    current: held,
    ...state.authors.get(`contact:${contactId}`),
  }));
  const wanted = patched(state, held, patch, write);
  const changes = changesOf(held, wanted);
  if (changes.length === 0) return held;

  const author = sign(state, write);
  const contact = stamp(state, wanted);
  state.contacts.set(contactId, contact);
  state.authors.set(`contact:${contactId}`, author);
  const fields = Object.fromEntries(
    changes.map(([field, value]) => [field, { value, revision: contact.revision, ...author }]),
  ) as { [id in FieldId]?: FieldNews };
  for (const [subscriberId, linked] of state.links) {
    if (linked === contactId) state.feed.emit(subscriberId, { type: 'changed', fields });
  }
  return contact;
}

export function linkContact(
  state: MemoryState,
  ref: SubscriberRef,
  contactId: string,
  write: Write,
): Contact {
  assertEditable(write, findSubscriber(state, ref).readOnly);
  const contact = state.contacts.get(contactId);
  if (!contact) throw notFound('contact');
  if (state.links.get(ref.id) === contactId) return contact;
  state.links.set(ref.id, contactId);
  state.feed.emit(ref.id, { type: 'contactLinked', contact });
  return contact;
}

export function unlinkContact(state: MemoryState, ref: SubscriberRef): void {
  findSubscriber(state, ref);
  if (state.links.delete(ref.id)) state.feed.emit(ref.id, { type: 'contactUnlinked' });
}

function patched(state: MemoryState, held: Contact, patch: ContactPatch, write: Write): Contact {
  const issues = [
    ...pointIssues('phones', patch.phones, isPhone, 'Not a phone number.'),
    ...pointIssues('emails', patch.emails, isEmail, 'Not an email address.'),
    ...fieldIssues(held.fields, patch.fields, write),
    ...memberIssues(state, patch.assigneeId),
  ];
  if (issues.length > 0) throw invalid(issues);
  assertUnique(state, held, patch.emails);
  return {
    ...held,
    ...(patch.firstName !== undefined && { firstName: patch.firstName.trim() }),
    ...(patch.lastName !== undefined && { lastName: patch.lastName.trim() }),
    ...(patch.phones && { phones: numbered(state, held, patch.phones) }),
    ...(patch.emails && { emails: numbered(state, held, patch.emails) }),
    ...(patch.assigneeId !== undefined && { assignee: state.members.get(patch.assigneeId ?? '') ?? null }),
    fields: held.fields.map((field) => filled(field, patch.fields ?? [])),
  };
}

function pointIssues(
  path: 'phones' | 'emails',
  points: readonly ContactPoint[] = [],
  fits: (text: string) => boolean,
  message: string,
): Issue[] {
  return points.flatMap(({ value }, index) =>
    fits(value.trim()) ? [] : [{ path: `${path}.${index}.value`, message }],
  );
}

function fieldIssues(
  fields: readonly Variable[],
  values: readonly ContactFieldValue[] = [],
  write: Write,
): Issue[] {
  return values.flatMap(({ key, value }, index) => {
    const field = fields.find((one) => one.key === key);
    if (!field) return [{ path: `fields.${index}.key`, message: 'No such field.' }];
    assertEditable(write, field.readOnly);
    const checked = checkHeld(field, value);
    return checked.ok ? [] : [{ path: `fields.${index}.value`, message: messageOf(checked.reason) }];
  });
}

function memberIssues(state: MemoryState, id: string | null | undefined): Issue[] {
  if (!id || state.members.get(id)?.active) return [];
  return [{ path: 'assigneeId', message: 'Not an active member of the team.' }];
}

/** An e-mail address belongs to one contact. */
function assertUnique(state: MemoryState, held: Contact, emails: readonly ContactPoint[] = []): void {
  for (const [index, { value }] of emails.entries()) {
    const twin = findContacts(state, { email: value }).find(({ id }) => id !== held.id);
    if (!twin) continue;
    const name = `${twin.firstName} ${twin.lastName}`.trim();
    throw new AdapterError('duplicate', 'Another contact has this email address.', {
      duplicate: { field: `emails.${index}.value`, id: twin.id, ...(name !== '' && { name }) },
    });
  }
}

function numbered(state: MemoryState, held: Contact, points: readonly ContactPoint[]): ContactPoint[] {
  const taken = new Set([...held.phones, ...held.emails, ...points].map(({ id }) => id));
  return points.map(({ id, value, primary }) => ({
    id: id ?? nextId(state, 'point', (candidate) => taken.has(candidate)),
    value: value.trim(),
    primary,
  }));
}

function filled(field: Variable, values: readonly ContactFieldValue[]): Variable {
  const given = values.findLast(({ key }) => key === field.key);
  if (!given) return field;
  const checked = checkHeld(field, given.value);
  return checked.ok ? { ...field, value: checked.value } : field;
}

function isNameless({ firstName, lastName, phones, emails }: Contact): boolean {
  return firstName === '' && lastName === '' && phones.length === 0 && emails.length === 0;
}

function changesOf(held: Contact, next: Contact): [FieldId, unknown][] {
  const names = ['firstName', 'lastName', 'phones', 'emails', 'assignee'] as const;
  const { id } = held;
  const plain = names.map((name): [FieldId, unknown, unknown] => [
    toFieldId({ kind: 'contact', id, name }),
    held[name],
    next[name],
  ]);
  const others = next.fields.map(({ key, value }, index): [FieldId, unknown, unknown] => [
    toFieldId({ kind: 'contactField', id, key }),
    held.fields[index]?.value,
    value,
  ]);
  return [...plain, ...others]
    .filter(([field, before, after]) => !isSameValue(field, before, after))
    .map(([field, , after]) => [field, after]);
}

function isSameEmail(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function isSamePhone(a: string, b: string): boolean {
  const digits = a.replace(/\D/g, '');
  return digits !== '' && digits === b.replace(/\D/g, '');
}
