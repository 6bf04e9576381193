import type { CardEvent, DataAdapter, Subscriber, Tag, Variable, VariableValue } from 'subscriber-card';
import { AdapterError } from 'subscriber-card';
import { members, type Person, pipelines } from '../../data/createPerson.ts';
import { getVocabulary } from '../../data/createTags.ts';

/** A backend that knows people and answers at once: what is measured is the card, and not a simulated network. */
export interface Backend {
  readonly adapter: DataAdapter;
  know(person: Person): void;
  setTags(tags: readonly Tag[], isWhole: boolean): void;
  /** A colleague changes a variable, and whoever looks hears of it. */
  change(id: string, key: string, value: string): void;
}

const PAGE = 50;

export function createBackend(): Backend {
  const people = new Map<string, Person>();
  const listeners = new Set<(event: CardEvent) => void>();
  let vocabulary: readonly Tag[] | undefined;
  let isWholeVocabulary = true;
  let revision = 1;

  function find(id: string): Person {
    const person = people.get(id);
    if (!person) throw new AdapterError('not-found', 'There is no such person.');
    return person;
  }

  function keep(subscriber: Subscriber) {
    people.set(subscriber.id, { ...find(subscriber.id), subscriber });
  }

  function write(id: string, key: string, value: VariableValue): Variable {
    const { subscriber } = find(id);
    const before = subscriber.variables.find((it) => it.key === key);
    if (!before) throw new AdapterError('not-found', 'There is no such variable.');
    revision += 1;
    const after = { ...before, value, revision };
    keep({ ...subscriber, variables: subscriber.variables.map((it) => (it === before ? after : it)) });
    return after;
  }

  const getTags = () => vocabulary ?? getVocabulary();

  const adapter: DataAdapter = {
    idempotent: true,
    getSubscriber: async ({ id }) => find(id).subscriber,
    setVariable: async ({ id }, key, value) => ({ value: write(id, key, value) }),
    async searchTags(query) {
      if (query === '' && isWholeVocabulary) return { items: getTags() };
      const text = query.toLowerCase();
      const items = getTags()
        .filter(({ name }) => name.toLowerCase().includes(text))
        .slice(0, PAGE);
      return { items, nextCursor: 'more' };
    },
    addTag: async ({ id }, tagId) => setTagging(id, (tags) => [...tags, ...getTags().filter(isTag(tagId))]),
    removeTag: async ({ id }, tagId) => setTagging(id, (tags) => tags.filter((tag) => !isTag(tagId)(tag))),
    createTag: async ({ id }, name) => setTagging(id, (tags) => [...tags, { id: `new-${name}`, name }]),
    listPipelines: async () => pipelines,
    searchMembers: async () => ({ items: members }),
    listDeals: async ({ id }) => ({ items: find(id).deals, total: find(id).deals.length }),
    async updateDeal({ id }, dealId, { name }) {
      const deal = find(id).deals.find((it) => it.id === dealId);
      if (!deal) throw new AdapterError('not-found', 'There is no such deal.');
      revision += 1;
      return { ...deal, name: name ?? deal.name, revision };
    },
    subscribe(_, listener) {
      listeners.add(listener);
      listener({ type: 'connection', state: 'open' });
      return () => listeners.delete(listener);
    },
  };

  function setTagging(id: string, change: (tags: readonly Tag[]) => readonly Tag[]) {
    const { subscriber } = find(id);
    revision += 1;
    const tagging = { tags: change(subscriber.tagging.tags), revision };
    keep({ ...subscriber, tagging });
    return { value: tagging };
  }

  return {
    adapter,
    know: (person) => people.set(person.subscriber.id, person),
    setTags(tags, isWhole) {
      vocabulary = tags;
      isWholeVocabulary = isWhole;
    },
    change(id, key, value) {
      const { revision } = write(id, key, value);
      const fields = { [`variable:${key}`]: { value, revision } };
      for (const listener of listeners) listener({ type: 'changed', fields });
    },
  };
}

function isTag(id: string): (tag: Tag) => boolean {
  return (tag) => tag.id === id;
}
