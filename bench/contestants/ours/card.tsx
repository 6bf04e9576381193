import 'subscriber-card/styles.css';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import {
  createCardClient,
  SubscriberCard,
  SubscriberCardProvider,
  type SubscriberRef,
} from 'subscriber-card';
import type { Person } from '../../data/createPerson.ts';
import type { CreateCard } from '../../pages/Card.ts';
import { createBackend } from './createBackend.ts';

/** As a host does: one client for the account, and cards that come and go. */
const backend = createBackend();
const client = createCardClient({ adapter: backend.adapter });

export const createCard: CreateCard = (place) => {
  const root = createRoot(place);
  let shownId: string | undefined;

  function draw({ id, channel }: SubscriberRef) {
    root.render(
      <SubscriberCardProvider client={client}>
        <SubscriberCard subscriber={{ id, channel }} />
      </SubscriberCardProvider>,
    );
  }

  return {
    async prepare(person) {
      backend.know(person);
      const { source } = client.getCard(refOf(person.subscriber));
      await source.read('subscriber');
      await source.read('deals');
    },
    show(person) {
      backend.know(person);
      shownId = person.subscriber.id;
      draw(refOf(person.subscriber));
    },
    change(key, text) {
      if (shownId !== undefined) backend.change(shownId, key, text);
    },
    unmount: () => root.unmount(),
  };
};

/** For a server, which knows the subscriber; deals are read by the browser. */
export function renderCard({ subscriber }: Person): ReactElement {
  const client = createCardClient({ adapter: backend.adapter, initialData: [subscriber] });
  return (
    <SubscriberCardProvider client={client}>
      <SubscriberCard subscriber={refOf(subscriber)} />
    </SubscriberCardProvider>
  );
}

function refOf({ id, channel }: SubscriberRef): SubscriberRef {
  return channel === undefined ? { id } : { id, channel };
}
