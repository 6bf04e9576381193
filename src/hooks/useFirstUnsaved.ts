'use client';
import { useCallback } from 'react';
import { useSubscriberContext } from '../provider/useCardContext.ts';
import { CONTACT_CREATION, type Mutations } from '../store/mutations.ts';
import { toUnsaved, type UnsavedChange } from '../store/unsaved.ts';
import type { OpenSection } from './useOpenSections.ts';

/** Says in which section the first thing stands that is not saved: what waits by itself counts last. */
export function useFirstUnsaved(): () => OpenSection | undefined {
  const { store, getRef } = useSubscriberContext().card;
  return useCallback(() => {
    const state = store.getState();
    const unsaved = toUnsaved(getRef(), state);
    const toDo = unsaved.filter(({ status }) => !['queued', 'sent', 'waiting'].includes(status));
    const sections = (toDo.length > 0 ? toDo : unsaved).map((change) => sectionOf(change, state.mutations));
    return order.find((section) => sections.includes(section));
  }, [store, getRef]);
}

const order: readonly OpenSection[] = ['variables', 'tags', 'deals', 'contact'];

function sectionOf({ lane }: UnsavedChange, { lanes }: Mutations): OpenSection {
  if (lane.startsWith('variable:')) return 'variables';
  if (lane.startsWith('tag:') || lanes.get(lane)?.head.action.type === 'createTag') return 'tags';
  return lane.startsWith('contact:') || lane === CONTACT_CREATION ? 'contact' : 'deals';
}
