import '../../../src/styles/styles.css';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { type CardClient, createCardClient, SubscriberCard, SubscriberCardProvider } from 'subscriber-card';
import {
  createDemoData,
  createMemoryAdapter,
  type MemoryCall,
  type MemoryData,
} from 'subscriber-card/adapters/memory';

const demo = createDemoData(Date.UTC(2026, 10, 22, 12));
const place = document.body.appendChild(document.createElement('main'));

/** A host that opens its inbox and leaves it again, with another conversation each time. */
export async function mountAndUnmount(count: number): Promise<void> {
  const backend = createBackend(demo);
  for (let turn = 0; turn < count; turn += 1) {
    const root = createRoot(place);
    await backend.show(root, createCardClient(backend), turn);
    root.unmount();
  }
}

let open: { readonly root: Root; readonly client: CardClient; readonly backend: Backend } | undefined;
let minute = 0;

/** One mounted card, and another conversation each time; the same ones come again and again. Few are looked at long. */
export async function switchThrough(count: number): Promise<void> {
  open ??= openInbox();
  for (let turn = 0; turn < count; turn += 1) {
    const isRead = turn % 25 === 0 || turn === count - 1;
    await open.backend.show(open.root, open.client, turn, isRead ? drawn : nextMessage);
  }
}

/** One mounted card, and a conversation with somebody new each time, one a minute. */
export async function meet(count: number): Promise<void> {
  open ??= openInbox();
  const [someone] = demo.subscribers;
  for (let turn = 0; someone && turn < count; turn += 1) {
    minute += 1;
    const subscribers = [{ ...someone, id: `somebody-${minute}`, name: `Somebody ${minute}` }];
    const { adapter, show } = createBackend({ ...demo, subscribers });
    open.client.setAdapter(adapter);
    await show(open.root, open.client, 0);
  }
}

function openInbox() {
  const backend = createBackend(demo);
  const clock = { now: () => Date.now() + minute * 60_000, schedule };
  const client = createCardClient({ adapter: backend.adapter, clock });
  return { root: createRoot(place), client, backend };
}

type Backend = ReturnType<typeof createBackend>;

function createBackend(data: MemoryData) {
  const adapter = createMemoryAdapter(data);
  const subscribers = data.subscribers ?? [];
  return {
    adapter,
    /** Shows one of the subscribers: by default until everything of theirs has come. */
    async show(root: Root, client: CardClient, turn: number, ended = drawn): Promise<void> {
      const subscriber = subscribers[turn % subscribers.length];
      if (!subscriber) throw new Error('There is nobody to show.');
      const { id, channel, name } = subscriber;
      flushSync(() =>
        root.render(
          <SubscriberCardProvider client={client}>
            <SubscriberCard subscriber={{ id, channel }} />
          </SubscriberCardProvider>,
        ),
      );
      await ended();
      const heading = place.querySelector('h2')?.textContent ?? '';
      if (heading !== name && ended === drawn)
        throw new Error(`The card shows ${heading} instead of ${name}.`);
      // The log of the memory adapter grows for ever, and belongs to the backend.
      (adapter.control.calls as MemoryCall[]).length = 0;
    },
  };
}

function schedule(run: () => void, delay: number): () => void {
  const timer = setTimeout(run, delay);
  return () => clearTimeout(timer);
}

async function drawn(): Promise<void> {
  do {
    await nextMessage();
    // After a message a timer is not slowed down, as it is after other timers.
    await new Promise((resolve) => setTimeout(resolve, 0));
  } while (place.querySelector('[data-status=loading]'));
}

function nextMessage(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
