import { type ComponentType, type ReactElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Person } from '../data/createPerson.ts';
import type { CreateCard } from '../pages/Card.ts';

export interface CardProps {
  readonly person: Person;
  readonly onSave: (key: string, text: string) => void;
  readonly onToggleTag: (id: string, name: string) => void;
}

export interface ReactCard {
  readonly createCard: CreateCard;
  /** For a server. */
  readonly renderCard: (person: Person) => ReactElement;
}

/** A card over props: the page holds the person and changes it without changing what stays the same. */
export function createReactCard(View: ComponentType<CardProps>): ReactCard {
  const createCard: CreateCard = (place) => {
    const root = createRoot(place);
    let update: ((change: (person: Person) => Person) => void) | undefined;

    function Host({ first }: { readonly first: Person }) {
      const [person, setPerson] = useState(first);
      update = setPerson;
      return <View person={person} onSave={save} onToggleTag={toggleTag} />;
    }

    function save(key: string, text: string) {
      update?.((person) => withVariable(person, key, text));
    }

    function toggleTag(id: string, name: string) {
      update?.((person) => withTag(person, id, name));
    }

    return {
      prepare: async () => {},
      show(person) {
        if (update) update(() => person);
        else root.render(<Host first={person} />);
      },
      change: save,
      unmount: () => root.unmount(),
    };
  };

  const renderCard = (person: Person) => <View person={person} onSave={doNothing} onToggleTag={doNothing} />;
  return { createCard, renderCard };
}

function doNothing() {}

function withVariable(person: Person, key: string, text: string): Person {
  const { subscriber } = person;
  const variables = subscriber.variables.map((it) => (it.key === key ? { ...it, value: text } : it));
  return { ...person, subscriber: { ...subscriber, variables } };
}

function withTag(person: Person, id: string, name: string): Person {
  const { subscriber } = person;
  const { tags } = subscriber.tagging;
  const rest = tags.filter((tag) => tag.id !== id);
  const tagging = { tags: rest.length < tags.length ? rest : [...tags, { id, name }] };
  return { ...person, subscriber: { ...subscriber, tagging } };
}
