import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DataAdapter } from '../../src/adapters/DataAdapter.ts';
import type { SubscriberRef } from '../../src/model/subscriber.ts';
import { type CardClient, createCardClient } from '../../src/store/createCardClient.ts';
import type { CardStorage } from '../../src/store/createPersistence.ts';
import { createLine, type Line, type Trouble } from './createLine.ts';

/** An operator at work: the page that is open in their browser, their network and their session. */
export interface Desk {
  readonly name: string;
  readonly state: StoreApi<DeskState>;
  cutNetwork(isCut: boolean): void;
  signIn(isSignedIn: boolean): void;
  show(subscriber: SubscriberRef): void;
  plan(trouble: Trouble): void;
  /** Runs once when something is typed here and not submitted. */
  onTyping(run: () => void): void;
  /** Loads the page anew. What the card has kept in the browser stays. */
  reload(): void;
}

export interface DeskState {
  /** Counts how often the page was loaded. */
  readonly page: number;
  /** Of this page. */
  readonly client: CardClient;
  readonly subscriber: SubscriberRef;
  readonly isCut: boolean;
  readonly isSignedIn: boolean;
  readonly trouble: Trouble;
}

/** Milliseconds until a colleague interrupts who has begun to type. */
const A_WORD = 1000;

export function createDesk(name: string, backend: DataAdapter, subscriber: SubscriberRef): Desk {
  const kept = new Map<string, string>();
  let page = open();
  const state = createStore<DeskState>(() => ({
    page: 1,
    client: page.client,
    subscriber,
    isCut: false,
    isSignedIn: true,
    trouble: {},
  }));

  function open(): { readonly client: CardClient; readonly line: Line; readonly leave: () => void } {
    let isThere = true;
    const storage: CardStorage = {
      keys: () => [...kept.keys()],
      get: (key) => kept.get(key) ?? null,
      // A page that was left may still be at work here, where no browser ends it.
      set: (key, value) => isThere && kept.set(key, value),
      remove: (key) => isThere && kept.delete(key),
    };
    const line = createLine(backend, () => state.setState({ trouble: {} }));
    const client = createCardClient({ adapter: line.adapter, persist: { storage, scope: name } });
    return {
      client,
      line,
      leave() {
        client.flush();
        isThere = false;
        line.hangUp();
      },
    };
  }

  return {
    name,
    state,
    cutNetwork(isCut) {
      page.line.setCut(isCut);
      state.setState({ isCut });
      // As a browser does that finds its network again.
      if (!isCut) page.client.connection.reconnect();
    },
    signIn(isSignedIn) {
      page.line.setSignedIn(isSignedIn);
      state.setState({ isSignedIn });
      if (isSignedIn) page.client.resume();
    },
    show(next) {
      state.setState({ subscriber: next });
    },
    plan(trouble) {
      page.line.setTrouble(trouble);
      state.setState({ trouble });
    },
    onTyping(run) {
      const stop = page.client.unsaved.subscribe((unsaved) => {
        if (![...unsaved.values()].flat().some(({ status }) => status === 'draft')) return;
        stop();
        setTimeout(run, A_WORD);
      });
    },
    reload() {
      page.leave();
      page = open();
      const { isCut, isSignedIn, trouble, page: count } = state.getState();
      page.line.setCut(isCut);
      page.line.setSignedIn(isSignedIn);
      page.line.setTrouble(trouble);
      state.setState({ client: page.client, page: count + 1 });
    },
  };
}
