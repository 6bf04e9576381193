'use client';
import { useLocale } from '../hooks/useLocale.ts';
import type { Member } from '../model/member.ts';
import { MemberName } from './MemberName.tsx';

export interface ContactAssigneeProps {
  readonly assignee: Member | null;
}

/** Who of the team looks after a contact. */
export function ContactAssignee({ assignee }: ContactAssigneeProps) {
  const { contact } = useLocale().messages;
  return (
    <dl className="sbc-variables">
      <div className="sbc-row" data-empty={!assignee || undefined}>
        <dt className="sbc-row-label">
          <span>{contact.assignee}</span>
        </dt>
        <dd className="sbc-row-value">
          <div className="sbc-editable-preview">
            {assignee ? <MemberName member={assignee} /> : contact.unassigned}
          </div>
        </dd>
      </div>
    </dl>
  );
}
