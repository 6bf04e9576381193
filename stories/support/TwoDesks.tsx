import { useStore } from 'zustand';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import { SubscriberCardProvider } from '../../src/provider/SubscriberCardProvider.tsx';
import type { Desk } from './createDesk.ts';
import type { Stage } from './createStage.ts';
import { DeskControls } from './DeskControls.tsx';
import { useStoryGlobals } from './StoryFrame.tsx';

/** Two operators with one subscriber open, each in a browser of their own, and what can happen to them. */
export function TwoDesks({ stage }: { readonly stage: Stage }) {
  const { ana, bruno } = stage;
  return (
    <div className="story-desks">
      <DeskControls stage={stage} />
      <div className="story-columns">
        <DeskPage desk={ana} />
        <DeskPage desk={bruno} />
      </div>
    </div>
  );
}

function DeskPage({ desk }: { readonly desk: Desk }) {
  const { client, subscriber, page } = useStore(desk.state);
  return (
    <section aria-label={desk.name}>
      <p className="story-desk-name">{desk.name}</p>
      <SubscriberCardProvider
        // A page that is loaded anew has nothing of the one before.
        key={page}
        {...useStoryGlobals()}
        timeZone="America/Sao_Paulo"
        currency="BRL"
        client={client}
        onOpenSubscriber={desk.show}
      >
        <SubscriberCard subscriber={subscriber} />
      </SubscriberCardProvider>
    </section>
  );
}
