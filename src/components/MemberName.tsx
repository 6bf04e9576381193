'use client';
import { useAvatarUrl } from '../hooks/useAvatarUrl.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { isBlankName } from '../i18n/format.ts';
import type { Member } from '../model/member.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Truncate } from '../ui/Truncate.tsx';

export interface MemberNameProps {
  readonly member: Member;
}

/** Someone of the team: a small photo and the name. */
export function MemberName({ member }: MemberNameProps) {
  const { messages } = useLocale();
  const src = useAvatarUrl(member.avatarUrl);
  const name = isBlankName(member.name) ? messages.card.noName : member.name;
  return (
    <span className="sbc-member">
      <Avatar id={member.id} name={name} src={src} size="small" />
      <Truncate>
        <bdi>{name}</bdi>
        {!member.active && ` ${messages.dealForm.inactive}`}
      </Truncate>
    </span>
  );
}
