import { asc, eq } from 'drizzle-orm';
import { Hono } from 'hono';
import type { FieldNews } from '../../../../src/adapters/DataAdapter.ts';
import type { Contact } from '../../../../src/model/contact.ts';
import type { FieldId } from '../../../../src/model/field.ts';
import { type Answer, sendAnswer } from '../answer.ts';
import { type ContactForm, checkContact, emptyContact, toContactForm } from '../checkContact.ts';
import { fieldId } from '../fieldId.ts';
import { handleWrite } from '../idempotency.ts';
import { mergePatch } from '../mergePatch.ts';
import { invalid, Problem } from '../problem.ts';
import { lockContact, readContact, readContacts } from '../records/readContact.ts';
import { findSubscriber } from '../records/readSubscriber.ts';
import { createContact, findContactIds, linkContact, updateContact } from '../records/writeContact.ts';
import { param, readBody, requireMatch } from '../request.ts';
import { subscribers } from '../schema.ts';
import type { AppContext, AppEnv, Services } from '../services.ts';
import type { Unit } from '../transact.ts';
import { requireEditable } from './subscriberRoutes.ts';

export function contactRoutes(services: Services): Hono<AppEnv> {
  const { db } = services;
  const app = new Hono<AppEnv>();

  app.post('/contacts/search', async (c) => {
    const { workspaceId } = c.get('operator');
    const { email, phone } = await readBody(c);
    if (!isText(email) && !isText(phone))
      throw invalid([{ path: 'email', message: 'Ask for an e-mail or a phone.' }]);
    const ids = new Set([
      ...(await findContactIds({ db, workspaceId }, 'email', isText(email) ? [email] : [])),
      ...(await findContactIds({ db, workspaceId }, 'phone', isText(phone) ? [phone] : [])),
    ]);
    return sendAnswer(c, { status: 200, body: await readContacts(db, [...ids]) });
  });

  app.get('/subscribers/:id/contact', async (c) => {
    const { contactId } = await findSubscriber(db, c.get('operator').workspaceId, param(c, 'id'));
    if (contactId === null) return sendAnswer(c, { status: 204 });
    return sendAnswer(c, toAnswer(await readContact(db, contactId)));
  });

  app.post('/subscribers/:id/contact', async (c) => {
    const body = await readBody(c);
    return handleWrite(services, c, async (unit) => {
      const subscriber = await findSubscriber(unit.db, unit.workspaceId, param(c, 'id'), { lock: true });
      requireEditable(subscriber);
      if (subscriber.contactId !== null) throw await alreadyLinked(unit, subscriber.contactId);
      const contact = await createContact(unit, await checkContact(unit, body, emptyContact));
      await unit.record({ kind: 'contact-created', subscriberId: subscriber.id, subjectId: contact.id });
      await linkContact(unit, subscriber.id, contact);
      return toAnswer(contact, 201);
    });
  });

  app.put('/subscribers/:id/contact', async (c) => {
    const { contactId } = await readBody(c);
    return handleWrite(services, c, async (unit) => {
      const subscriber = await findSubscriber(unit.db, unit.workspaceId, param(c, 'id'), { lock: true });
      requireEditable(subscriber);
      const contact = await lockOwnContact(c, unit, String(contactId));
      if (subscriber.contactId !== contact.id) await linkContact(unit, subscriber.id, contact);
      return toAnswer(contact);
    });
  });

  app.patch('/contacts/:id', async (c) => {
    const patch = await readBody(c);
    return handleWrite(services, c, async (unit) => {
      const contact = await lockOwnContact(c, unit, param(c, 'id'));
      const before = toContactForm(contact);
      const merged = mergePatch(before, patch) as Record<string, unknown>;
      const after = await checkContact(unit, merged, before);
      if (isSame(before, after)) return toAnswer(contact);
      const updated = await updateContact(unit, contact, after);
      await announceContact(unit, updated, before, after);
      return toAnswer(updated);
    });
  });

  return app;
}

/** The contact as it is now, which nobody else changes until the transaction ends. */
async function lockOwnContact(c: AppContext, unit: Unit, id: string): Promise<Contact> {
  const row = await lockContact(unit.db, unit.workspaceId, id);
  const contact = await readContact(unit.db, row.id);
  requireMatch(c, { revision: row.revision, by: row.updatedBy, at: row.updatedAt }, () => contact);
  return contact;
}

async function alreadyLinked({ db }: Unit, contactId: string): Promise<Problem> {
  const current = await readContact(db, contactId);
  return new Problem(409, 'conflict', 'A contact is linked already.', {
    current,
    revision: current.revision,
  });
}

/** Tells every card that shows this contact which of its fields are new. */
async function announceContact(unit: Unit, contact: Contact, before: ContactForm, after: ContactForm) {
  const shown = await unit.db
    .select({ id: subscribers.id })
    .from(subscribers)
    .where(eq(subscribers.contactId, contact.id))
    .orderBy(asc(subscribers.id));
  const news = { revision: contact.revision, by: unit.by, at: unit.at.toISOString() };
  const fields: { [id in FieldId]?: FieldNews } = {};

  async function tell(id: FieldId, field: string, value: unknown, old: unknown, now: unknown) {
    if (isSame(old, now)) return;
    fields[id] = { value, ...news };
    await unit.record({
      kind: 'contact-changed',
      subscriberId: shown[0]?.id,
      subjectId: contact.id,
      field,
      before: old,
      after: now,
    });
  }

  for (const name of ['firstName', 'lastName', 'phones', 'emails'] as const) {
    await tell(fieldId.contact(contact.id, name), name, contact[name], before[name], after[name]);
  }
  const assignee = fieldId.contact(contact.id, 'assignee');
  await tell(assignee, 'assignee', contact.assignee, before.assigneeId, after.assigneeId);
  for (const { key, value } of contact.fields) {
    const id = fieldId.contactField(contact.id, key);
    await tell(id, `fields.${key}`, value, before.fields[key], after.fields[key]);
  }
  await unit.announce(
    shown.map(({ id }) => id),
    { type: 'changed', fields },
  );
}

function toAnswer(contact: Contact, status: 200 | 201 = 200): Answer {
  return { status, body: contact, revision: contact.revision };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
