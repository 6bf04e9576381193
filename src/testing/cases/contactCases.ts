import type { Contact } from '../../model/contact.ts';
import { type Cases, randomKey, skip } from '../createStage.ts';
import { demand, demandSame } from '../demand.ts';
import { sampleContact, sampleUnlinked, toContactDraft } from '../samples.ts';
import { takes } from '../sampleVariable.ts';

export const contactCases: Cases = {
  async 'creates a contact and links it to the subscriber'(stage) {
    const { createContact, getContact } = stage.need('createContact', 'getContact');
    const another = await sampleUnlinked(stage);
    const draft = toContactDraft(stage);
    const contact = await createContact(another, draft, stage.writing());
    demandSame(
      'createContact answers with the contact that was asked for',
      { ...draft, ...toNames(draft), ...toPoints(draft) },
      { ...draft, ...toNames(contact), ...toPoints(contact) },
      'Answer with the whole contact as the backend stored it, its id included.',
    );
    demandSame(
      'getContact reads the contact that createContact created',
      contact.id,
      (await getContact(another, stage.reading))?.id,
      'It creates the contact and links it: where the backend has two calls for it, make both.',
    );
  },

  async 'answers a changed contact as the backend holds it'(stage) {
    const { getContact, updateContact } = stage.need('getContact', 'updateContact');
    const { id } = await sampleContact(stage);
    const lastName = `Conformance ${randomKey()}`;
    const contact = await updateContact(stage.subscriber, id, { lastName }, stage.writing());
    demandSame(
      'updateContact answers with the whole contact and its new name',
      { id, lastName },
      { id: contact.id, lastName: contact.lastName },
      'Answer with what the backend stored, or read it again after the write.',
    );
    demandSame(
      'getContact reads what updateContact wrote',
      lastName,
      (await getContact(stage.subscriber, stage.reading))?.lastName,
      'The write has to be done when the promise resolves.',
    );
  },

  async 'leaves alone what a change of a contact does not name'(stage) {
    const { updateContact } = stage.need('updateContact');
    const held = await sampleContact(stage);
    const patch = { firstName: undefined, lastName: `Conformance ${randomKey()}`, phones: undefined };
    const changed = await updateContact(stage.subscriber, held.id, patch, stage.writing());
    demandSame(
      'updateContact leaves alone what is undefined',
      { ...toFacts(held), lastName: patch.lastName },
      toFacts(changed),
      'Only null clears: leave out of the request what the patch does not name.',
    );
  },

  async 'replaces the phone numbers of a contact as a whole'(stage) {
    const { updateContact } = stage.need('updateContact');
    const { id } = await sampleContact(stage);
    const lists = [['+351 912 345 678', '+1 212 555 0100'], ['+1 212 555 0100'], []];
    for (const numbers of lists) {
      const phones = numbers.map((value, index) => ({ value, primary: index === 0 }));
      const contact = await updateContact(stage.subscriber, id, { phones }, stage.writing());
      demandSame(
        'updateContact replaces the whole list of phone numbers',
        phones,
        toPoints(contact).phones,
        'A list is the whole list, in its order: what is not in it is removed.',
      );
    }
  },

  async 'clears the assignee of a contact with null'(stage) {
    const { searchMembers, updateContact } = stage.need('searchMembers', 'updateContact');
    const { id } = await sampleContact(stage);
    const { items } = await searchMembers('', {}, stage.reading);
    const member = items.find(({ active }) => active) ?? skip('The account has no active member.');
    for (const assigneeId of [member.id, null]) {
      const { assignee } = await updateContact(stage.subscriber, id, { assigneeId }, stage.writing());
      demandSame(
        'updateContact assigns a contact to a member, and to nobody with null',
        assigneeId,
        assignee?.id ?? null,
        'Send the backend what unsets the assignee there: undefined leaves alone, null clears.',
      );
    }
  },

  async 'changes a field of a contact by its key, and clears it with null'(stage) {
    const { updateContact } = stage.need('updateContact');
    const { id, fields } = await sampleContact(stage);
    const field = fields.find(
      (each) =>
        !each.readOnly && ['string', 'text'].includes(each.type) && takes(each, 'A1') && takes(each, null),
    );
    if (!field) return skip('The contact has no field for a text.');
    for (const value of ['A1', null]) {
      const patch = { fields: [{ key: field.key, value }] };
      const contact = await updateContact(stage.subscriber, id, patch, stage.writing());
      const expected = fields.map((each) => [each.key, each.key === field.key ? value : each.value]);
      demandSame(
        'updateContact changes the field that is named and no other',
        expected,
        contact.fields.map((each) => [each.key, each.value]),
        'The other fields are left alone, and null clears.',
      );
    }
  },

  async 'links a contact that exists'(stage) {
    const { getContact, linkContact } = stage.need('getContact', 'linkContact');
    const another = await sampleUnlinked(stage);
    const { id } = await sampleContact(stage);
    const linked = await linkContact(another, id, stage.writing());
    demandSame('linkContact answers with the contact that is linked', id, linked.id, 'Answer with it whole.');
    const read = await getContact(another, stage.reading);
    demand(read?.id === id, {
      that: 'getContact reads the contact that was linked',
      expected: id,
      got: read?.id,
      advice: 'The write has to be done when the promise resolves.',
    });
  },
};

type Named = Pick<Contact, 'firstName' | 'lastName'>;
type Pointed = Pick<Contact, 'phones' | 'emails'>;

function toNames({ firstName, lastName }: Named): Named {
  return { firstName, lastName };
}

function toPoints({ phones, emails }: Pointed): Pointed {
  const bare = (points: Contact['phones']) => points.map(({ value, primary }) => ({ value, primary }));
  return { phones: bare(phones), emails: bare(emails) };
}

function toFacts(contact: Contact) {
  const fields = contact.fields.map(({ key, value }) => [key, value]);
  return { ...toNames(contact), ...toPoints(contact), assigneeId: contact.assignee?.id ?? null, fields };
}
