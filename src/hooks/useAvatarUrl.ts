'use client';
import { useCardContext } from '../provider/useCardContext.ts';

/** The address of a photo as the host wants it fetched. `null`: initials are shown. */
export function useAvatarUrl(url: string | null | undefined): string | null {
  const { resolveAvatarUrl } = useCardContext();
  return url && resolveAvatarUrl ? resolveAvatarUrl(url) : (url ?? null);
}
