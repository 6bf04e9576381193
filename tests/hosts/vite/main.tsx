import 'subscriber-card/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SubscriberCard, SubscriberCardProvider, SubscriberProvider } from 'subscriber-card';
import { createDemoData, createMemoryAdapter } from 'subscriber-card/adapters/memory';
import { useSubscriber } from 'subscriber-card/headless';

const adapter = createMemoryAdapter(createDemoData());
const marina = { id: 'marina', channel: 'instagram' };

/** Of the host's own: it would know nobody if the two entries had a context each. */
function Status() {
  return <output>{useSubscriber().status}</output>;
}

const page = document.getElementById('page');
if (page) {
  createRoot(page).render(
    <StrictMode>
      <SubscriberCardProvider adapter={adapter}>
        <SubscriberCard subscriber={marina} />
        <SubscriberProvider subscriber={marina}>
          <Status />
        </SubscriberProvider>
      </SubscriberCardProvider>
    </StrictMode>,
  );
}
