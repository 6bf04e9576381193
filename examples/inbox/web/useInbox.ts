import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import type { Api } from './createApi.ts';
import { emptyInbox, type InboxState, type OutgoingMessage, reduceInbox } from './inboxState.ts';

export interface Inbox extends InboxState {
  /** Posts a message, or posts one again that failed. */
  send(message: Pick<OutgoingMessage, 'conversationId' | 'text'> & { readonly key?: string }): void;
  /** Reads again what could not be loaded. */
  reload(): void;
}

/** The conversations, the messages of the one that is open, and what changes in them from elsewhere. */
export function useInbox(api: Api, openId: string | null): Inbox {
  const [state, dispatch] = useReducer(reduceInbox, emptyInbox);
  const [attempt, setAttempt] = useState(0);
  const reload = useCallback(() => setAttempt((count) => count + 1), []);

  useEffect(
    () =>
      api.follow({
        onNews(news) {
          if (news.type === 'invalidated') reload();
          else dispatch(news);
        },
        onLive: (isLive) => dispatch({ type: 'live', isLive }),
      }),
    [api, reload],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads the same again
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    api.listConversations(signal).then(
      (conversations) => dispatch({ type: 'conversationsLoaded', conversations }),
      () => signal.aborted || dispatch({ type: 'loadFailed', what: 'list' }),
    );
    return () => controller.abort();
  }, [api, attempt]);

  useRetry(state.failures, reload);

  const isKnown = state.conversations?.some(({ id }) => id === openId) ?? false;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads the same again
  useEffect(() => {
    if (openId === null || !isKnown) return;
    const controller = new AbortController();
    const { signal } = controller;
    api.listMessages(openId, signal).then(
      (messages) => dispatch({ type: 'messagesLoaded', id: openId, messages }),
      () => signal.aborted || dispatch({ type: 'loadFailed', what: openId }),
    );
    return () => controller.abort();
  }, [api, openId, isKnown, attempt]);

  const unread = state.conversations?.find(({ id }) => id === openId)?.unread ?? 0;
  const isVisible = useIsVisible();
  useEffect(() => {
    if (openId === null || unread === 0 || !isVisible) return;
    dispatch({ type: 'conversationRead', conversationId: openId });
    // Where this fails the count comes back with the next load, and nobody has lost anything.
    api.markRead(openId).catch(() => {});
  }, [api, openId, unread, isVisible]);

  const send = useCallback<Inbox['send']>(
    ({ conversationId, text, key = createKey() }) => {
      dispatch({ type: 'sending', outgoing: { key, conversationId, text } });
      api.postMessage(conversationId, text, key).then(
        (message) => dispatch({ type: 'sent', key, message }),
        () => dispatch({ type: 'notSent', key }),
      );
    },
    [api],
  );

  return useMemo(() => ({ ...state, send, reload }), [state, send, reload]);
}

const shortestWait = 500;
const longestWait = 2_000;

/** Reads again by itself what could not be loaded: soon, then less often, and at once when the network is back. */
function useRetry(failures: number, retry: () => void): void {
  useEffect(() => {
    if (failures === 0) return;
    const wait = Math.min(longestWait, shortestWait * 2 ** (failures - 1));
    // Not all pages of a team in one instant.
    const timer = setTimeout(retry, wait * (0.5 + Math.random() / 2));
    window.addEventListener('online', retry);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', retry);
    };
  }, [failures, retry]);
}

function useIsVisible(): boolean {
  const [isVisible, setIsVisible] = useState(() => document.visibilityState === 'visible');
  useEffect(() => {
    const update = () => setIsVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', update);
    return () => document.removeEventListener('visibilitychange', update);
  }, []);
  return isVisible;
}

// `crypto.randomUUID` is missing where the page comes over plain http from another machine.
function createKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
