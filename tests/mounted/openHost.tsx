import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import { SubscriberCardProvider } from '../../src/provider/SubscriberCardProvider.tsx';
import type { CardClient } from '../../src/store/createCardClient.ts';

/** A page with a card and a button for each conversation. It draws as in a browser, not as in a test: without `act`. */
export function openHost(client: CardClient, ids: readonly string[]) {
  const page = document.body.appendChild(document.createElement('div'));
  const root = createRoot(page);
  flushSync(() => root.render(<Host client={client} ids={ids} />));
  const host = page.querySelector<HTMLElement>('[data-shown]')!;
  return {
    /** Around the card. `data-shown` is the id of who is shown, `''` for nobody. */
    host,
    find: <Found extends HTMLElement>(selector: string) => page.querySelector<Found>(selector),
    shown: () => host.dataset.shown ?? '',
    conversation: (id: string) => page.querySelector<HTMLElement>(`[data-id="${id}"]`)!,
    close() {
      root.unmount();
      page.remove();
    },
  };
}

interface HostProps {
  readonly client: CardClient;
  readonly ids: readonly string[];
}

function Host({ client, ids }: HostProps) {
  const [shown, setShown] = useState(ids[0] ?? '');
  return (
    <>
      {[...ids, ''].map((id) => (
        <button key={id} data-id={id} type="button" onClick={() => setShown(id)} />
      ))}
      <div data-shown={shown}>
        <SubscriberCardProvider client={client} timeZone="UTC">
          <SubscriberCard subscriber={shown === '' ? null : { id: shown }} />
        </SubscriberCardProvider>
      </div>
    </>
  );
}

/** What was set off has been drawn. After a message a timer is not slowed down, as it is after other timers. */
export function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      setTimeout(resolve, 0);
    };
    port2.postMessage(null);
  });
}
