import type { Contact } from '../model/contact.ts';
import { toContactLane, toFieldId } from '../model/field.ts';
import type { Confirmed, ContactFacts, Provenance } from './confirmed.ts';
import { joinRecords, raise } from './joinField.ts';
import { keep } from './keep.ts';

export function learnContact(
  confirmed: Confirmed,
  contact: Contact | null,
  since: number | undefined,
  provenance: Provenance = {},
): Confirmed {
  const isStale = since !== undefined && confirmed.contactTick > since;
  const contactTick = since === undefined ? confirmed.tick : confirmed.contactTick;
  if (contact === null) return isStale ? confirmed : { ...confirmed, contact: null, contactTick };
  const { id, revision, url } = contact;
  const lane = toContactLane(id);
  const known = confirmed.revisions.get(lane);
  const isOlder = known !== undefined && revision !== undefined && revision < known;
  const values = [
    [toFieldId({ kind: 'contact', id, name: 'firstName' }), contact.firstName],
    [toFieldId({ kind: 'contact', id, name: 'lastName' }), contact.lastName],
    [toFieldId({ kind: 'contact', id, name: 'phones' }), contact.phones],
    [toFieldId({ kind: 'contact', id, name: 'emails' }), contact.emails],
    [toFieldId({ kind: 'contact', id, name: 'assignee' }), contact.assignee],
    ...contact.fields.map(({ key, value }) => [toFieldId({ kind: 'contactField', id, key }), value] as const),
  ] as const;
  const about = { revision, by: provenance.by, at: provenance.at };
  const facts: ContactFacts = { id, url, fields: contact.fields };
  return {
    ...confirmed,
    fields: joinRecords(confirmed, since, [{ about, values }]),
    contact:
      isStale || (isOlder && confirmed.contact?.id === id)
        ? confirmed.contact
        : keep(confirmed.contact, facts),
    contactTick: isStale ? confirmed.contactTick : contactTick,
    revisions: raise(confirmed.revisions, [[lane, revision]]),
  };
}
