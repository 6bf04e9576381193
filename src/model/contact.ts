import type { Member } from './member.ts';
import type { Variable, VariableValue } from './variable.ts';

/** A phone number or an e-mail address of a contact, as given. */
export interface ContactPoint {
  /** The backend's own id of the entry, where it has one. Not part of equality. */
  readonly id?: string | undefined;
  readonly value: string;
  readonly primary: boolean;
}

/** The CRM contact linked to a subscriber. */
export interface Contact {
  readonly id: string;
  /** Strictly grows with every change of the contact. */
  readonly revision?: number | undefined;
  readonly firstName: string;
  readonly lastName: string;
  readonly phones: readonly ContactPoint[];
  readonly emails: readonly ContactPoint[];
  readonly assignee: Member | null;
  /** The other fields of the CRM: what "More fields" reveals. */
  readonly fields: readonly Variable[];
  /** The contact's page in the CRM. */
  readonly url?: string | null | undefined;
}

/** What a new contact is made of. */
export interface ContactDraft {
  readonly firstName: string;
  readonly lastName: string;
  readonly phones: readonly ContactPoint[];
  readonly emails: readonly ContactPoint[];
  readonly assigneeId?: string | null | undefined;
  readonly fields?: readonly ContactFieldValue[] | undefined;
}

/** Changes of a contact: `undefined` leaves alone, `null` clears. A list replaces the whole list. */
export interface ContactPatch {
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly phones?: readonly ContactPoint[] | undefined;
  readonly emails?: readonly ContactPoint[] | undefined;
  readonly assigneeId?: string | null | undefined;
  readonly fields?: readonly ContactFieldValue[] | undefined;
}

export interface ContactFieldValue {
  readonly key: string;
  readonly value: VariableValue;
}
