'use client';
import { useMemo } from 'react';
import type { AdapterError } from '../adapters/AdapterError.ts';
import type { Contact, ContactPoint } from '../model/contact.ts';
import { type ContactFieldName, NEW, toContactLane, toFieldId } from '../model/field.ts';
import type { Member } from '../model/member.ts';
import type { Variable } from '../model/variable.ts';
import { useCardStore, useSubscriberContext } from '../provider/useCardContext.ts';
import { CONTACT_CREATION, type MutationStatus, shown } from '../store/mutations.ts';
import { type ContactShape, parseContactName, parseContactPoints } from './contactFields.ts';
import { useCapability } from './useCapability.ts';
import { useDuplicates } from './useDuplicates.ts';
import { type FormState, useForm } from './useForm.ts';
import { useReadOnly } from './useReadOnly.ts';
import { type ReplacedField, useReplaced } from './useReplaced.ts';
import { type Section, useSection } from './useSection.ts';

export interface ContactFormState extends Section {
  /** `null`: none is linked yet. `undefined` until known. */
  readonly contactId: string | null | undefined;
  /** The contact's page in the CRM. */
  readonly url: string | null | undefined;
  readonly assignee: Member | null;
  /** The other fields of the CRM that have a value: what "More fields" reveals. */
  readonly otherFields: readonly Variable[];
  readonly form: FormState<ContactShape>;
  /** What was written over, where the backend has no revisions to prevent that. */
  readonly replaced: readonly ReplacedField[];
  /** The fate of the last save, until it is confirmed. */
  readonly saveStatus: MutationStatus | undefined;
  readonly saveError: AdapterError | undefined;
  /** `false`, or why it may not be edited; `''` where no reason is known. */
  readonly readOnly: false | string;
  readonly canSave: boolean;
  readonly canLink: boolean;
  /** Contacts of the CRM that have one of the addresses or numbers typed here. */
  readonly duplicates: readonly Contact[];
  readonly link: (contactId: string) => void;
  readonly retrySave: () => void;
  readonly discardSave: () => void;
  /** Reads again, where it is not known whether the contact was created. */
  readonly check: () => void;
}

/** The CRM contact: created where none is linked, else updated. */
export function useContactForm(): ContactFormState {
  const section = useSection('contact');
  // There it is written whether anything may be edited, and what a new contact starts with.
  useSection('subscriber');
  const { store, source } = useSubscriberContext().card;
  const contact = useCardStore((state) => state.confirmed.contact);
  const id = contact?.id ?? NEW;
  const lane = contact ? toContactLane(contact.id) : CONTACT_CREATION;
  // A colleague may have linked another contact before one's own could be created: that has still to be decided.
  const saveLane = useCardStore(({ mutations: { lanes } }) => (lanes.has(lane) ? lane : CONTACT_CREATION));
  const queue = useCardStore((state) => state.mutations.lanes.get(saveLane));
  const readOnly = useReadOnly(lane);
  const replaced = useReplaced(lane);
  const firstName = useShownField<string>(id, 'firstName');
  const lastName = useShownField<string>(id, 'lastName');
  const phones = useShownField<readonly ContactPoint[]>(id, 'phones');
  const emails = useShownField<readonly ContactPoint[]>(id, 'emails');
  const assignee = useShownField<Member | null>(id, 'assignee');
  const suggestion = useSuggestedContact();
  const asked = queue?.head.action.type === 'createContact' ? queue.head.action.draft : undefined;
  const start = contact ? { firstName: '', lastName: '', phones: [], emails: [] } : (asked ?? suggestion);

  const form = useForm<ContactShape>(
    {
      firstName: {
        id: toContactFieldId(id, 'firstName'),
        initial: firstName ?? start.firstName,
        parse: parseContactName,
      },
      lastName: {
        id: toContactFieldId(id, 'lastName'),
        initial: lastName ?? start.lastName,
        parse: parseContactName,
      },
      phones: {
        id: toContactFieldId(id, 'phones'),
        initial: phones ?? start.phones,
        parse: (input) => parseContactPoints('phone', input),
      },
      emails: {
        id: toContactFieldId(id, 'emails'),
        initial: emails ?? start.emails,
        parse: (input) => parseContactPoints('email', input),
      },
    },
    contact
      ? { isAlwaysOpen: true }
      : { send: (values, inputs) => store.createContact(values, inputs), sendsUntouched: true },
  );
  const canCreate = useCapability('createContact');
  const canUpdate = useCapability('updateContact');
  const canLink = useCapability('linkContact');
  const duplicates = useDuplicates(form, contact?.id);
  return {
    ...section,
    contactId: contact === undefined ? undefined : (contact?.id ?? null),
    url: contact?.url,
    assignee: assignee ?? null,
    otherFields: useMemo(() => contact?.fields.filter(({ value }) => value !== null) ?? [], [contact]),
    form,
    replaced,
    saveStatus: (queue?.behind ?? queue?.head)?.status,
    saveError: queue?.head.error,
    readOnly,
    canSave: (contact ? canUpdate : canCreate) && readOnly === false,
    canLink: canLink && readOnly === false && !contact,
    duplicates,
    link: (contactId) => store.linkContact(contactId),
    retrySave: () => store.retry(saveLane),
    discardSave: () => store.discard(saveLane),
    check: () => source.reload('contact'),
  };
}

function useShownField<Value>(id: string, name: ContactFieldName): Value | undefined {
  const fieldId = toContactFieldId(id, name);
  return useCardStore((state) => shown(state.mutations, state.confirmed, fieldId)) as Value | undefined;
}

/** What a new contact starts with: what the chat knows of the person already. */
function useSuggestedContact(): { [Name in keyof ContactShape]: ContactShape[Name]['input'] } {
  const subscriber = useCardStore((state) => state.confirmed.subscriber);
  const variables = useCardStore((state) => state.confirmed.variables);
  return useMemo(() => {
    const [firstName = '', ...rest] =
      subscriber?.kind === 'person' ? subscriber.name.trim().split(/\s+/u) : [];
    return {
      firstName,
      lastName: rest.join(' '),
      phones: toPoints(variables, 'phone'),
      emails: toPoints(variables, 'email'),
    };
  }, [subscriber, variables]);
}

function toPoints(variables: readonly Variable[], type: string): ContactPoint[] {
  const values = variables.flatMap((variable) =>
    variable.type === type && typeof variable.value === 'string' && variable.value !== '' && !variable.masked
      ? [variable.value]
      : [],
  );
  return [...new Set(values)].map((value, place) => ({ value, primary: place === 0 }));
}

function toContactFieldId(id: string, name: ContactFieldName) {
  return toFieldId({ kind: 'contact', id, name });
}
