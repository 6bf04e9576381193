import type { Conversation, InboxEvent, Message } from '../server/records/readConversation.ts';
import { followEvents } from './followEvents.ts';
import type { Session } from './session.ts';

export type { Conversation, Message };

/** News of the inbox, and whether they are coming at all. */
export type InboxNews = InboxEvent | { readonly type: 'invalidated' };

/** The inbox's own part of the server. The card talks to `/api/v1` through its adapter. */
export interface Api {
  listConversations(signal: AbortSignal): Promise<readonly Conversation[]>;
  listMessages(conversationId: string, signal: AbortSignal): Promise<readonly Message[]>;
  /** The same `key` on every attempt, so that a message is never posted twice. */
  postMessage(conversationId: string, text: string, key: string): Promise<Message>;
  markRead(conversationId: string): Promise<void>;
  follow(listener: FollowListener): () => void;
}

export interface FollowListener {
  onNews(news: InboxNews): void;
  onLive(isLive: boolean): void;
}

/** Milliseconds after which an answer is not waited for any more. */
const patience = 15_000;

interface ApiRequest extends RequestInit {
  /** The answer goes on and on. */
  readonly isStream?: boolean;
}

export function createApi(session: Session, operatorId: string): Api {
  async function request(path: string, init: ApiRequest = {}): Promise<Response> {
    const token = session.tokenOf(operatorId);
    const headers = { ...init.headers, authorization: `Bearer ${token}` };
    const ends = [init.signal, init.isStream ? null : AbortSignal.timeout(patience)];
    const signal = AbortSignal.any(ends.filter((end) => end != null));
    const response = await fetch(`/api/inbox${path}`, { ...init, headers, signal });
    if (response.status === 401) {
      await session.renew(operatorId, token);
      init.signal?.throwIfAborted();
      return request(path, init);
    }
    if (!response.ok) throw new Error(`The server answered ${response.status}.`);
    return response;
  }

  const messagesOf = (id: string) => `/conversations/${encodeURIComponent(id)}/messages`;

  return {
    listConversations: async (signal) => (await request('/conversations', { signal })).json(),
    listMessages: async (id, signal) => (await request(messagesOf(id), { signal })).json(),
    async postMessage(id, text, key) {
      const headers = { 'idempotency-key': key };
      const init = { method: 'POST', headers, body: JSON.stringify({ text }) };
      return (await request(messagesOf(id), init)).json();
    },
    async markRead(id) {
      await request(`/conversations/${encodeURIComponent(id)}/read`, { method: 'POST' });
    },
    follow: ({ onNews, onLive }) =>
      followEvents({
        open: (headers, signal) => request('/events', { headers, signal, isStream: true }),
        onEvent: (data) => onNews(JSON.parse(data) as InboxNews),
        onLive,
        onGap: () => onNews({ type: 'invalidated' }),
      }),
  };
}
