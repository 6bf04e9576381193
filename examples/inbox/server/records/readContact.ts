import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Contact, ContactPoint } from '../../../../src/model/contact.ts';
import type { Database } from '../database.ts';
import { notFound } from '../problem.ts';
import {
  type ContactPointRow,
  contactPoints,
  contacts,
  contactValues,
  fieldDefinitions,
  members,
} from '../schema.ts';
import { toMember } from './toMember.ts';
import { type FieldDefinition, toVariable } from './toVariable.ts';

export type ContactRow = typeof contacts.$inferSelect;

/** The contact of this workspace, locked until the transaction ends. */
export async function lockContact(db: Database, workspaceId: string, id: string): Promise<ContactRow> {
  const [row] = await db
    .select()
    .from(contacts)
    .where(and(eq(contacts.id, id), eq(contacts.workspaceId, workspaceId)))
    .for('no key update');
  if (!row) throw notFound('contact');
  return row;
}

export async function readContact(db: Database, id: string): Promise<Contact> {
  const [contact] = await readContacts(db, [id]);
  if (!contact) throw notFound('contact');
  return contact;
}

/** Contacts as the contract shows them, in the order of their ids. */
export async function readContacts(db: Database, ids: readonly string[]): Promise<readonly Contact[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ contact: contacts, assignee: members })
    .from(contacts)
    .leftJoin(members, eq(members.id, contacts.assigneeId))
    .where(inArray(contacts.id, [...ids]))
    .orderBy(asc(contacts.id));
  const points = await db
    .select()
    .from(contactPoints)
    .where(inArray(contactPoints.contactId, [...ids]))
    .orderBy(asc(contactPoints.position));
  const values = await db
    .select()
    .from(contactValues)
    .where(inArray(contactValues.contactId, [...ids]));
  const workspaceId = rows[0]?.contact.workspaceId ?? '';
  const definitions = await readContactFields(db, workspaceId);

  return rows.map(({ contact, assignee }) => {
    const own = points.filter(({ contactId }) => contactId === contact.id);
    const filled = values.filter(({ contactId }) => contactId === contact.id);
    return {
      id: contact.id,
      revision: contact.revision,
      firstName: contact.firstName,
      lastName: contact.lastName,
      phones: own.filter(({ kind }) => kind === 'phone').map(toPoint),
      emails: own.filter(({ kind }) => kind === 'email').map(toPoint),
      assignee: assignee && toMember(assignee),
      fields: definitions.map((definition) =>
        toVariable(definition, filled.find(({ fieldId }) => fieldId === definition.id) ?? null),
      ),
      url: `/crm/contacts/${contact.id}`,
    };
  });
}

/** What the CRM of this workspace knows of a contact beside its name, phones and e-mails. */
export function readContactFields(db: Database, workspaceId: string): Promise<FieldDefinition[]> {
  return db
    .select()
    .from(fieldDefinitions)
    .where(and(eq(fieldDefinitions.workspaceId, workspaceId), eq(fieldDefinitions.owner, 'contact')))
    .orderBy(asc(fieldDefinitions.position));
}

function toPoint({ id, value, primary }: ContactPointRow): ContactPoint {
  return { id, value, primary };
}
