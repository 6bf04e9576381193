import type { SubscriberCardOptions } from './mountSubscriberCard.tsx';
import type { SubscriberCardElementEvents } from './SubscriberCardElement.ts';

type EventName = keyof SubscriberCardElementEvents;
type DetailOf<Name extends EventName> = SubscriberCardElementEvents[Name]['detail'];

type Callbacks = Required<
  Pick<
    SubscriberCardOptions,
    'onEvent' | 'onError' | 'onUnauthorized' | 'onNavigate' | 'onOpenSubscriber' | 'onOpenSectionsChange'
  >
>;

/** The callbacks of the card as events of its element. */
export function createCallbacks(element: EventTarget): Callbacks {
  /** Says whether the browser may go on. */
  function tell<Name extends EventName>(name: Name, detail: DetailOf<Name>, cancelable = false): boolean {
    return element.dispatchEvent(new CustomEvent(name, { detail, cancelable }));
  }

  return {
    onEvent: (event) => tell('sbc-event', event),
    onError: (problem) => tell('sbc-error', problem),
    onUnauthorized() {
      const waits: Promise<unknown>[] = [];
      tell('sbc-unauthorized', { waitUntil: (signedIn) => waits.push(signedIn) });
      // With nothing to wait for nobody has signed in yet: the host calls `client.resume()` later.
      return waits.length > 0 ? Promise.all(waits).then(() => {}) : undefined;
    },
    onNavigate(url, event) {
      if (!tell('sbc-navigate', { url, originalEvent: event.nativeEvent }, true)) event.preventDefault();
    },
    onOpenSubscriber: (subscriber) => tell('sbc-open-subscriber', subscriber),
    onOpenSectionsChange: (open) => tell('sbc-open-sections-change', open),
  };
}
