'use client';
import { isSameName } from '../i18n/isSameName.ts';
import type { Tag } from '../model/tag.ts';
import { useCardContext } from '../provider/useCardContext.ts';
import { useCapability } from './useCapability.ts';
import { useLocale } from './useLocale.ts';
import { type SearchState, useSearch } from './useSearch.ts';

export interface TagSearchState extends SearchState<Tag> {
  /** There is a tag of just this name, but for case and accents: it is offered instead of a new one. */
  readonly hasExactMatch: boolean;
}

/** The account's tags that match what is typed. Reads nothing before `isOpen`. */
export function useTagSearch(query: string, isOpen: boolean): TagSearchState {
  const { client } = useCardContext();
  const { locale } = useLocale();
  const canSearch = useCapability('searchTags');
  const { namesakes, ...search } = useSearch(client.tags, query, isOpen && canSearch);
  const hasExactMatch = namesakes.some((tag) => isSameName(tag.name, query, locale));
  return { ...search, isLoading: canSearch && search.isLoading, hasExactMatch };
}
