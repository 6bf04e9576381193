'use client';
import { useMemo } from 'react';
import type { Member } from '../model/member.ts';
import { useCardContext } from '../provider/useCardContext.ts';
import { useCapability } from './useCapability.ts';
import { type SearchState, useSearch } from './useSearch.ts';

/** The active members of the team that match what is typed. Reads nothing before `isOpen`. */
export function useMemberSearch(query: string, isOpen: boolean): SearchState<Member> {
  const { client } = useCardContext();
  const canSearch = useCapability('searchMembers');
  const { namesakes: _, ...search } = useSearch(client.members, query, isOpen && canSearch);
  const items = useMemo(() => search.items.filter((member) => member.active), [search.items]);
  return { ...search, items, isLoading: canSearch && search.isLoading };
}
