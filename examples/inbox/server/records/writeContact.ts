import { randomUUID } from 'node:crypto';
import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Contact } from '../../../../src/model/contact.ts';
import type { ContactForm } from '../checkContact.ts';
import { Problem } from '../problem.ts';
import { contactPoints, contacts, contactValues, subscribers } from '../schema.ts';
import type { Unit } from '../transact.ts';
import { readContact, readContactFields } from './readContact.ts';

/** Writes a new contact. It belongs to nobody yet: {@link linkContact} does that. */
export async function createContact(unit: Unit, form: ContactForm): Promise<Contact> {
  const id = randomUUID();
  await refuseDuplicate(unit, id, form);
  await unit.db.insert(contacts).values({
    id,
    workspaceId: unit.workspaceId,
    firstName: form.firstName,
    lastName: form.lastName,
    assigneeId: form.assigneeId,
    updatedAt: unit.at,
    updatedBy: unit.by,
  });
  await writePoints(unit, id, form);
  await writeValues(unit, id, form);
  return readContact(unit.db, id);
}

/** Writes what changed of a contact and raises its revision. */
export async function updateContact(unit: Unit, before: Contact, form: ContactForm): Promise<Contact> {
  const { db, at, by } = unit;
  await refuseDuplicate(unit, before.id, form);
  await db
    .update(contacts)
    .set({
      firstName: form.firstName,
      lastName: form.lastName,
      assigneeId: form.assigneeId,
      revision: (before.revision ?? 0) + 1,
      updatedAt: at,
      updatedBy: by,
    })
    .where(eq(contacts.id, before.id));
  await db.delete(contactPoints).where(eq(contactPoints.contactId, before.id));
  await writePoints(unit, before.id, form);
  await writeValues(unit, before.id, form);
  return readContact(db, before.id);
}

export async function linkContact(unit: Unit, subscriberId: string, contact: Contact): Promise<void> {
  await unit.db.update(subscribers).set({ contactId: contact.id }).where(eq(subscribers.id, subscriberId));
  await unit.record({ kind: 'contact-linked', subscriberId, subjectId: contact.id });
  await unit.announce([subscriberId], { type: 'contactLinked', contact });
}

/** The contacts of the workspace that have one of these phones or e-mail addresses. */
export async function findContactIds(
  { db, workspaceId }: Pick<Unit, 'db' | 'workspaceId'>,
  kind: 'phone' | 'email',
  values: readonly string[],
): Promise<readonly string[]> {
  const keys = values.map((value) => toValueKey(kind, value)).filter((key) => key !== '');
  if (keys.length === 0) return [];
  const rows = await db
    .selectDistinct({ id: contacts.id })
    .from(contactPoints)
    .innerJoin(contacts, eq(contacts.id, contactPoints.contactId))
    .where(
      and(
        eq(contacts.workspaceId, workspaceId),
        eq(contactPoints.kind, kind),
        inArray(contactPoints.valueKey, keys),
      ),
    )
    .orderBy(contacts.id)
    .limit(20);
  return rows.map(({ id }) => id);
}

export function toValueKey(kind: 'phone' | 'email', value: string): string {
  return kind === 'email' ? value.trim().toLowerCase() : value.replace(/\D/g, '');
}

/** A family may share a phone; an e-mail address belongs to one contact. */
async function refuseDuplicate({ db, workspaceId }: Unit, id: string, { emails }: ContactForm) {
  for (const [index, { value }] of emails.entries()) {
    const [other] = await db
      .select({ id: contacts.id, firstName: contacts.firstName, lastName: contacts.lastName })
      .from(contactPoints)
      .innerJoin(contacts, eq(contacts.id, contactPoints.contactId))
      .where(
        and(
          eq(contacts.workspaceId, workspaceId),
          ne(contacts.id, id),
          eq(contactPoints.kind, 'email'),
          eq(contactPoints.valueKey, toValueKey('email', value)),
        ),
      )
      .limit(1);
    if (!other) continue;
    const name = `${other.firstName} ${other.lastName}`.trim();
    throw new Problem(409, 'duplicate', 'Another contact has this e-mail address.', {
      duplicate: { field: `emails.${index}.value`, id: other.id, name },
    });
  }
}

async function writePoints({ db }: Unit, contactId: string, { phones, emails }: ContactForm) {
  const rows = [
    ...phones.map((point) => ({ kind: 'phone' as const, ...point })),
    ...emails.map((point) => ({ kind: 'email' as const, ...point })),
  ].map((point, position) => ({
    id: randomUUID(),
    contactId,
    valueKey: toValueKey(point.kind, point.value),
    position,
    ...point,
  }));
  if (rows.length > 0) await db.insert(contactPoints).values(rows);
}

async function writeValues({ db, at, by, workspaceId }: Unit, contactId: string, { fields }: ContactForm) {
  const definitions = await readContactFields(db, workspaceId);
  const stored = await db.select().from(contactValues).where(eq(contactValues.contactId, contactId));
  for (const { id: fieldId, key } of definitions) {
    const value = Object.hasOwn(fields, key) ? (fields[key] ?? null) : null;
    const old = stored.find((row) => row.fieldId === fieldId)?.value ?? null;
    if (JSON.stringify(value) === JSON.stringify(old)) continue;
    await db
      .insert(contactValues)
      .values({ contactId, fieldId, value, updatedAt: at, updatedBy: by })
      .onConflictDoUpdate({
        target: [contactValues.contactId, contactValues.fieldId],
        set: { value, updatedAt: at, updatedBy: by },
      });
  }
}
