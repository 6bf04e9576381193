'use client';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { isSameName } from '../i18n/isSameName.ts';
import { toZonedTime } from '../i18n/zonedTime.ts';
import { isSameValue, toFieldId, toLane } from '../model/field.ts';
import type { SubscriberRef } from '../model/subscriber.ts';
import type { Tag } from '../model/tag.ts';
import type { Variable, VariableValue } from '../model/variable.ts';
import { useCardContext } from '../provider/useCardContext.ts';
import type { CardState } from '../store/cardState.ts';
import type { CatalogueState } from '../store/createCatalogue.ts';
import { shown } from '../store/mutations.ts';
import { tellOnce } from './tellOnce.ts';
import { type CapturePlace, toCapturedValue } from './toCapturedValue.ts';
import { findValidator, judge } from './toVariableCodec.ts';
import { useCapability } from './useCapability.ts';
import { useLocale } from './useLocale.ts';
import { toReadOnly } from './useReadOnly.ts';

/** Where a text can be saved. */
export type CaptureTarget =
  /** `value` is what the text means there. */
  | { readonly type: 'variable'; readonly variable: Variable; readonly value: VariableValue }
  | { readonly type: 'tag'; readonly tag: Tag }
  /** A tag that does not exist yet. */
  | { readonly type: 'newTag'; readonly name: string };

export interface CaptureOptions {
  /** Whose conversation the text is from. `null`: no conversation is open. */
  readonly subscriber: SubscriberRef | null;
}

export interface CaptureState {
  /** Where the text can be saved, the most fitting first: an address to an e-mail variable, `12.05` to a date. */
  readonly suggest: (text: string) => readonly CaptureTarget[];
  /** Saves the text as if it were typed on the card: with undo, a visible fate, and conflicts. */
  readonly capture: (text: string, target: CaptureTarget) => 'submitted' | 'unchanged' | 'invalid';
}

/** Saves what was learnt in the chat without leaving it. Works anywhere under a `SubscriberCardProvider`. */
export function useCapture({ subscriber }: CaptureOptions): CaptureState {
  const { client, readOnly, validators } = useCardContext();
  const { locale, timeZone, currency } = useLocale();
  const can = {
    setVariable: useCapability('setVariable'),
    searchTags: useCapability('searchTags'),
    addTag: useCapability('addTag'),
    createTag: useCapability('createTag'),
  };
  const { id, channel, conversationId } = subscriber ?? {};
  const isKnown = id !== undefined;
  const card = useMemo(
    () => (isKnown ? client.getCard({ id, channel, conversationId }) : client.noCard),
    [client, isKnown, id, channel, conversationId],
  );
  const { store, source } = card;
  useEffect(() => (isKnown ? source.observe('subscriber') : undefined), [source, isKnown]);
  // What is suggested depends on both, and both arrive later.
  useSyncExternalStore(
    store.subscribe,
    () => store.getState().confirmed,
    () => store.getInitialState().confirmed,
  );
  const vocabulary = useSyncExternalStore(
    client.tags.state.subscribe,
    client.tags.state.getState,
    client.tags.state.getInitialState,
  );

  function toPlace(): CapturePlace {
    return {
      locale,
      timeZone,
      currency,
      today: toZonedTime(new Date().toISOString(), timeZone).slice(0, 10),
      check: ({ key }, checked) => judge(checked, findValidator(validators, key)),
      onThrow: (thrown) => tellOnce(client, validators, thrown, { section: 'subscriber' }),
    };
  }

  function suggest(text: string): CaptureTarget[] {
    const state = store.getState();
    const isLocked = toReadOnly(readOnly, state) !== false;
    if (text.trim() === '' || !state.confirmed.subscriber || isLocked) return [];
    if (can.searchTags) queueMicrotask(() => void client.tags.load());
    const found = [
      ...(can.setVariable ? toVariableTargets(state, text, toPlace()) : []),
      ...toTagTargets(state, text.trim(), vocabulary, can, locale),
    ];
    return found.sort((a, b) => a.rank - b.rank).map(({ target }) => target);
  }

  function capture(text: string, target: CaptureTarget): 'submitted' | 'unchanged' | 'invalid' {
    const before = store.getState().mutations;
    switch (target.type) {
      case 'variable': {
        const { variable } = target;
        const captured = isKnown ? toCapturedValue(variable, text, toPlace()) : null;
        if (!captured) return 'invalid';
        store.mutate(new Map([[toFieldId({ kind: 'variable', key: variable.key }), captured.value]]));
        break;
      }
      case 'tag':
        if (!isKnown) return 'invalid';
        store.mutate(new Map([[toFieldId({ kind: 'tag', id: target.tag.id }), target.tag]]));
        break;
      case 'newTag':
        if (!isKnown || !isTagName(target.name)) return 'invalid';
        store.createTag(target.name);
    }
    return store.getState().mutations === before ? 'unchanged' : 'submitted';
  }

  return { suggest, capture };
}

interface Ranked {
  readonly target: CaptureTarget;
  readonly rank: number;
}

/** What is chosen among ready labels fits as well as what has the form of its type. */
const EXISTING_TAG = 1;
const NEW_TAG = 8;
/** Between two that fit as well, the empty one. */
const FILLED = 0.5;

function toVariableTargets({ confirmed, mutations, locks }: CardState, text: string, place: CapturePlace) {
  return confirmed.variables.flatMap((listed): Ranked[] => {
    const id = toFieldId({ kind: 'variable', key: listed.key });
    if (typeof listed.readOnly === 'string' || locks.has(toLane(id))) return [];
    const value = (shown(mutations, confirmed, id) ?? null) as VariableValue;
    const variable = { ...listed, value };
    const captured = toCapturedValue(variable, text, place);
    if (!captured || isSameValue(id, captured.value, value)) return [];
    const isFilled = value !== null && value !== '';
    return [
      {
        target: { type: 'variable', variable, value: captured.value },
        rank: captured.rank + (isFilled ? FILLED : 0),
      },
    ];
  });
}

function toTagTargets(
  { confirmed, mutations }: CardState,
  name: string,
  { items, isWhole }: CatalogueState<Tag>,
  can: { readonly searchTags: boolean; readonly addTag: boolean; readonly createTag: boolean },
  locale: string,
): Ranked[] {
  if (!isTagName(name)) return [];
  const tag = items.find((item) => isSameName(item.name, name, locale));
  if (tag) {
    const isAssigned = shown(mutations, confirmed, toFieldId({ kind: 'tag', id: tag.id })) != null;
    return can.addTag && !isAssigned ? [{ target: { type: 'tag', tag }, rank: EXISTING_TAG }] : [];
  }
  // A tag of this name may stand on a page of the vocabulary that was not read.
  const isNew = isWhole || !can.searchTags;
  return can.createTag && isNew ? [{ target: { type: 'newTag', name }, rank: NEW_TAG }] : [];
}

/** A selection of several lines, or a long one, was not meant as a tag. */
function isTagName(text: string): boolean {
  return text !== '' && text.length <= 60 && !text.includes('\n');
}
