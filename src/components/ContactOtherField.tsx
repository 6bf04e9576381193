'use client';
import { memo } from 'react';
import { useContactField } from '../hooks/useVariable.ts';
import type { Variable } from '../model/variable.ts';
import { FieldRow } from './FieldRow.tsx';

export interface ContactOtherFieldProps {
  readonly contactId: string;
  readonly field: Variable;
}

/** One of the other fields that the CRM has of a contact, edited like a variable. */
export const ContactOtherField = memo(function ContactOtherField({
  contactId,
  field,
}: ContactOtherFieldProps) {
  return <FieldRow part="contact" variable={field} state={useContactField(contactId, field)} />;
});
