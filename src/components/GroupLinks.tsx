'use client';
import { useLocale } from '../hooks/useLocale.ts';
import { formatDateTime } from '../i18n/format.ts';
import type { Group, InviteLink } from '../model/subscriber.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useNow } from '../ui/useNow.ts';

export interface GroupLinksProps {
  readonly group: Group;
}

/** Of a Telegram group: how many members it has, and its links to copy. */
export function GroupLinks({ group: { memberCount, shareLink, inviteLink } }: GroupLinksProps) {
  const { header } = useLocale().messages;
  return (
    <div className="sbc-header-group">
      <span className="sbc-header-members">
        <Icon name="people" />
        {memberCount === null ? header.membersUnknown : header.members(memberCount)}
      </span>
      {shareLink && <CopyLink text={shareLink} label={header.copyShareLink} />}
      {shareLink === null && <span className="sbc-unset">{header.noShareLink}</span>}
      {inviteLink && <Invite link={inviteLink} />}
      {inviteLink === null && <span className="sbc-unset">{header.noInviteLink}</span>}
    </div>
  );
}

const MINUTE = 60_000;

function Invite({ link: { url, expiresAt, revoked } }: { readonly link: InviteLink }) {
  const { messages, locale, timeZone } = useLocale();
  const now = useNow(MINUTE);
  const { header } = messages;
  if (revoked) return <span className="sbc-unset">{header.inviteRevoked}</span>;
  if (expiresAt && Date.parse(expiresAt) <= now) {
    return <span className="sbc-unset">{header.inviteExpired}</span>;
  }
  return (
    <>
      <CopyLink text={url} label={header.copyInviteLink} />
      {expiresAt && (
        <span className="sbc-header-expiry">
          {header.inviteExpires(formatDateTime(expiresAt, locale, timeZone))}
        </span>
      )}
    </>
  );
}

function CopyLink({ text, label }: { readonly text: string; readonly label: string }) {
  const { copy } = useLocale().messages;
  return (
    <CopyButton
      variant="button"
      size="small"
      icon="link"
      text={text}
      label={label}
      copiedLabel={copy.copied}
      failedLabel={copy.failed}
    />
  );
}
