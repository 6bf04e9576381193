import type { Member } from '../../../../src/model/member.ts';
import type { members } from '../schema.ts';

export function toMember(row: typeof members.$inferSelect): Member {
  return {
    id: row.id,
    name: row.name,
    email: row.email ?? undefined,
    avatarUrl: row.avatarUrl,
    active: row.active,
  };
}
