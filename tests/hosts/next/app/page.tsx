import { createDemoData } from 'subscriber-card/adapters/memory';
import { Details } from './Details';

// For each request: a page that is built once would not be drawn by a server.
export const dynamic = 'force-dynamic';

export default function Page() {
  const subscriber = createDemoData().subscribers.find(({ id }) => id === 'marina');
  if (!subscriber) throw new Error('There is no Marina in the demonstration.');
  return <Details subscriber={subscriber} />;
}
