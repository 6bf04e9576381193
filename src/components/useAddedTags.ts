'use client';
import { useState } from 'react';
import type { AssignedTag } from '../hooks/useTags.ts';

const NONE: ReadonlySet<string> = new Set();

/** The ids of the tags that somebody else has added while the reader looks at this subscriber. */
export function useAddedTags(tags: readonly AssignedTag[], subscriberKey: string): ReadonlySet<string> {
  const [seen, setSeen] = useState({ subscriberKey, tags, added: NONE });
  if (seen.subscriberKey !== subscriberKey) {
    setSeen({ subscriberKey, tags, added: NONE });
    return NONE;
  }
  if (seen.tags === tags) return seen.added;
  // A tag that was created here gets its id from the server, and keeps its name.
  const known = new Set(seen.tags.flatMap(({ tag }) => [tag.id, tag.name]));
  const isAdded = ({ tag, status }: AssignedTag) =>
    seen.added.has(tag.id) || (status === undefined && !known.has(tag.id) && !known.has(tag.name));
  const added = new Set(tags.filter(isAdded).map(({ tag }) => tag.id));
  setSeen({ subscriberKey, tags, added });
  return added;
}
