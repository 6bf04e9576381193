'use client';
import { useMemo } from 'react';
import type { Tag } from '../model/tag.ts';
import { useCardContext } from '../provider/useCardContext.ts';
import { useCapability } from './useCapability.ts';
import { fold, type SearchState, useSearch } from './useSearch.ts';

export interface TagSearchState extends SearchState<Tag> {
  /** There is a tag of just this name, but for case and accents: it is offered instead of a new one. */
  readonly hasExactMatch: boolean;
}

/** The account's tags that match what is typed. Reads nothing before `isOpen`. */
export function useTagSearch(query: string, isOpen: boolean): TagSearchState {
  const { client } = useCardContext();
  const canSearch = useCapability('searchTags');
  const search = useSearch(client.tags, query, isOpen && canSearch);
  const hasExactMatch = useMemo(() => {
    const wanted = fold(query);
    return search.items.some((tag) => fold(tag.name) === wanted);
  }, [search.items, query]);
  return { ...search, isLoading: canSearch && search.isLoading, hasExactMatch };
}
