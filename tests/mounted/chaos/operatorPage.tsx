import '../../../src/styles/styles.css';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { SubscriberCard } from '../../../src/components/SubscriberCard.tsx';
import { SubscriberCardProvider } from '../../../src/provider/SubscriberCardProvider.tsx';
import { createCardClient } from '../../../src/store/createCardClient.ts';
import { createFaultAdapter } from '../../../src/testing/createFaultAdapter.ts';
import { createRandom } from '../../../src/testing/createRandom.ts';
import type { FaultScript } from '../../../src/testing/faultScript.ts';
import type { Backend } from './createBackend.ts';
import { createLedger } from './createLedger.ts';
import { createOperator, type Operator } from './createOperator.ts';

// Runs in a frame, as the page of one operator: a window of their own, with a focus of its own.

export interface OperatorOptions {
  readonly name: string;
  readonly seed: number;
  readonly backend: Backend;
  readonly subscribers: readonly string[];
}

declare global {
  interface Window {
    openInbox?: (options: OperatorOptions) => Operator;
  }
}

/** 30 % delayed, 10 % lost, 5 % timed out of which half arrive late, 1 % signed out. */
const faults: FaultScript = {
  calls: {
    delay: 0.3,
    reorder: 0.05,
    loseRequest: 0.05,
    loseAnswer: 0.05,
    late: 0.025,
    errors: { timeout: 0.025, unauthorized: 0.01 },
  },
  events: { delay: 0.3, reorder: 0.05, lose: 0.05, duplicate: 0.05 },
  delayMs: [1, 40],
};

/** So many seconds of the card pass in one. */
const SPEED = 20;

window.openInbox = ({ name, seed, backend, subscribers }) => {
  const random = createRandom(seed, name);
  const adapter = createFaultAdapter(backend.connect(name), faults, seed + name.length);
  const began = Date.now();
  const client = createCardClient({
    adapter,
    // What query-core waits for goes by the real clock.
    random: () => random() / SPEED,
    clock: {
      now: () => began + (Date.now() - began) * SPEED,
      schedule(run, delay) {
        const timer = setTimeout(run, delay / SPEED);
        return () => clearTimeout(timer);
      },
    },
  });
  let root: Root | undefined;

  function mount() {
    root = createRoot(document.body.appendChild(document.createElement('main')));
    flushSync(() => root?.render(<Inbox />));
  }

  function Inbox() {
    const [shown, setShown] = useState(subscribers[0] ?? '');
    return (
      <>
        {subscribers.map((id) => (
          <button
            key={id}
            data-id={id}
            aria-pressed={id === shown}
            type="button"
            onClick={() => setShown(id)}
          >
            {id}
          </button>
        ))}
        <SubscriberCardProvider client={client} timeZone="UTC" onOpenSubscriber={({ id }) => setShown(id)}>
          <SubscriberCard subscriber={{ id: shown }} />
        </SubscriberCardProvider>
      </>
    );
  }

  mount();
  return createOperator({
    name,
    random,
    client,
    control: adapter.control,
    faults,
    backend,
    subscribers,
    ledger: createLedger(client, backend, subscribers),
    remount() {
      root?.unmount();
      document.querySelector('main')?.remove();
      mount();
    },
  });
};
