import type { StoreApi } from 'zustand/vanilla';
import type { FieldNews, SectionName } from '../adapters/DataAdapter.ts';
import { type FieldId, isSameValue, toLane } from '../model/field.ts';
import type { CardState } from './cardState.ts';
import type { Clock } from './clock.ts';
import type { LiveNews, News } from './confirmed.ts';
import { sectionOf } from './createSender.ts';
import { type Mutation, mutationOf } from './mutations.ts';

/** Hears live events, and knows which of them to doubt. */
export interface Hearing {
  /** Joins a live event. One without a revision proves nothing about what was just written here: that is read. */
  hear(event: LiveNews): void;
  /** Notes that a mutation has been confirmed. */
  noteWritten(mutation: Mutation): void;
}

export interface HearingOptions {
  readonly state: Pick<StoreApi<CardState>, 'getState'>;
  readonly clock: Clock;
  readonly learn: (news: News) => void;
  readonly invalidate: (section: SectionName) => void;
}

/** Milliseconds for which an event may still tell of the time before a write. */
const JUST_NOW = 10_000;

export function createHearing({ state, clock, learn, invalidate }: HearingOptions): Hearing {
  const written = new Map<FieldId, number>();

  function isDoubtful(id: FieldId, { value, revision }: FieldNews): boolean {
    const { confirmed, mutations } = state.getState();
    const known = confirmed.fields.get(id);
    if (revision !== undefined || !known || isSameValue(id, value, known.value)) return false;
    // What is on its way is compared with it when it has come.
    if (mutationOf(mutations, id)) return false;
    return clock.now() - (written.get(id) ?? Number.NEGATIVE_INFINITY) < JUST_NOW;
  }

  return {
    hear(event) {
      if (event.type !== 'changed') return learn(event);
      const news = Object.entries(event.fields) as [FieldId, FieldNews][];
      const doubtful = new Set(news.flatMap(([id, it]) => (isDoubtful(id, it) ? id : [])));
      for (const section of new Set([...doubtful].map((id) => sectionOf(toLane(id))))) invalidate(section);
      learn({ type: 'changed', fields: Object.fromEntries(news.filter(([id]) => !doubtful.has(id))) });
    },
    noteWritten({ action }) {
      if (action.type !== 'set') return;
      for (const id of action.changes.keys()) written.set(id, clock.now());
    },
  };
}
