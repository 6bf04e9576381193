import { useCallback, useEffect } from 'react';
import { SubscriberCardProvider, SubscriberProvider } from 'subscriber-card';
import type { SubscriberRef } from 'subscriber-card/headless';
import { ActivityLine } from './ActivityLine.tsx';
import { ChatPane } from './ChatPane.tsx';
import { ClientContext } from './ClientContext.ts';
import type { Desk } from './createDesks.ts';
import { DetailsPane } from './DetailsPane.tsx';
import { LeaveGuard } from './LeaveGuard.tsx';
import { Resizer } from './Resizer.tsx';
import { Sidebar } from './Sidebar.tsx';
import type { Session, SignedIn } from './session.ts';
import { useTexts } from './texts.ts';
import { toSubscriberRef } from './toSubscriberRef.ts';
import { useActivity } from './useActivity.ts';
import { goBack, navigate, parsePlace, useAddress } from './useAddress.ts';
import { useDetailsWidth } from './useDetailsWidth.ts';
import { useInbox } from './useInbox.ts';
import { useIsNarrow } from './useIsNarrow.ts';
import { usePageTitle } from './usePageTitle.ts';
import type { Preferences } from './usePreferences.ts';

export interface InboxProps {
  readonly desk: Desk;
  readonly session: Session;
  readonly signedIn: SignedIn;
  readonly preferences: Preferences;
}

/** The page: conversations, the chat of one of them, and its subscriber's card. */
export function Inbox({ desk, session, signedIn, preferences }: InboxProps) {
  const { api, client, messageDrafts } = desk;
  const { operator, workspace } = signedIn;
  const texts = useTexts();
  const place = useAddress();
  const isNarrow = useIsNarrow();
  const inbox = useInbox(api, place.conversationId);
  const details = useDetailsWidth();
  const { activity, onEvent, onError } = useActivity(texts);
  const { conversations } = inbox;
  const open = conversations?.find(({ id }) => id === place.conversationId) ?? null;
  const newestId = conversations?.[0]?.id;
  const isAtRoot = place.conversationId === null;
  useEffect(() => {
    // On a phone the root is the list.
    if (isAtRoot && newestId && !isNarrow)
      navigate({ conversationId: newestId, isCardOpen: false }, 'replace');
  }, [isAtRoot, newestId, isNarrow]);

  const isLive = inbox.connection === 'live';
  useEffect(() => {
    // This page's own stream may be back before the card has looked: what waits for the network goes out at once.
    if (isLive) client.connection.reconnect();
  }, [client, isLive]);

  usePageTitle(conversations, open, workspace);

  const openSubscriber = useCallback(
    ({ id, channel }: SubscriberRef) => {
      const conversation = conversations?.find((it) => it.subscriberId === id && it.channel === channel);
      if (conversation) navigate({ conversationId: conversation.id, isCardOpen: isNarrow });
    },
    [conversations, isNarrow],
  );

  const subscriber = open && toSubscriberRef(open);
  const view = isAtRoot ? 'list' : place.isCardOpen ? 'details' : 'chat';
  return (
    <ClientContext value={client}>
      <SubscriberCardProvider
        client={client}
        viewer={operator}
        locale={preferences.locale}
        theme={preferences.theme}
        currency="BRL"
        nonce={readNonce()}
        onEvent={onEvent}
        onError={onError}
        onUnauthorized={() => session.renew(operator.id)}
        onNavigate={followOwnLinks}
        onOpenSubscriber={openSubscriber}
      >
        <LeaveGuard outbox={inbox.outbox} />
        <SubscriberProvider subscriber={subscriber}>
          <div className="inbox" data-view={view} style={details.style}>
            <Sidebar
              inbox={inbox}
              openId={place.conversationId}
              session={session}
              signedIn={signedIn}
              preferences={preferences}
            />
            <main className="chat" inert={isNarrow && view === 'details'}>
              <ChatPane
                key={place.conversationId}
                inbox={inbox}
                conversation={open}
                isMissing={!isAtRoot && conversations !== null && open === null}
                operatorName={operator.name}
                drafts={messageDrafts}
              />
              <ActivityLine activity={activity} />
              {!isNarrow && <Resizer label={texts.chat.detailsWidth} {...details.resizer} />}
            </main>
            {(!isNarrow || view === 'details') && (
              <DetailsPane
                subscriber={conversations ? subscriber : undefined}
                onBack={isNarrow ? () => goBack({ ...place, isCardOpen: false }) : undefined}
              />
            )}
          </div>
        </SubscriberProvider>
      </SubscriberCardProvider>
    </ClientContext>
  );
}

/** A link to a conversation of this inbox stays in this tab; any other is the browser's. */
function followOwnLinks(url: string, event: { preventDefault(): void }) {
  const { origin, pathname } = new URL(url);
  const place = parsePlace(pathname);
  if (origin !== location.origin || place.conversationId === null) return;
  event.preventDefault();
  navigate(place);
}

function readNonce(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
}
