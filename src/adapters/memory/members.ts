import type { Member } from '../../model/member.ts';
import type { Page, PageRequest } from '../DataAdapter.ts';
import type { MemoryState } from './createMemoryState.ts';
import { fold } from './fold.ts';
import { pageOf, toRows } from './pageOf.ts';

/** Members whose name or e-mail address has the query in it. */
export function searchMembers(
  state: MemoryState,
  query: string,
  page: PageRequest,
  size: number,
): Page<Member> {
  const wanted = fold(query.trim());
  const rows = toRows(state.members.values()).filter(({ item: { name, email = '' } }) =>
    fold(`${name} ${email}`).includes(wanted),
  );
  return pageOf(rows, page, size);
}
