import type { Conversation, InboxNews, Message } from './createApi.ts';

export interface InboxState {
  /** The newest first; `null` until loaded. */
  readonly conversations: readonly Conversation[] | null;
  readonly messages: ReadonlyMap<string, readonly Message[]>;
  /** What was sent from here and is not in `messages` yet. */
  readonly outbox: readonly OutgoingMessage[];
  /** Whether news come in by themselves. */
  readonly connection: 'connecting' | 'live' | 'reconnecting';
  /** What could not be loaded: the list, or the messages of a conversation. */
  readonly failed: ReadonlySet<string>;
  /** How often in a row something could not be loaded. */
  readonly failures: number;
}

export interface OutgoingMessage {
  readonly key: string;
  readonly conversationId: string;
  readonly text: string;
  readonly status: 'sending' | 'failed';
}

export type InboxAction =
  | InboxNews
  | { readonly type: 'live'; readonly isLive: boolean }
  | { readonly type: 'conversationsLoaded'; readonly conversations: readonly Conversation[] }
  | { readonly type: 'messagesLoaded'; readonly id: string; readonly messages: readonly Message[] }
  | { readonly type: 'loadFailed'; readonly what: string }
  | { readonly type: 'sending'; readonly outgoing: Omit<OutgoingMessage, 'status'> }
  | { readonly type: 'sent'; readonly key: string; readonly message: Message }
  | { readonly type: 'notSent'; readonly key: string };

export const emptyInbox: InboxState = {
  conversations: null,
  messages: new Map(),
  outbox: [],
  connection: 'connecting',
  failed: new Set(),
  failures: 0,
};

export function reduceInbox(state: InboxState, action: InboxAction): InboxState {
  switch (action.type) {
    case 'conversationsLoaded':
      return {
        ...state,
        conversations: sort(action.conversations),
        failed: without(state.failed, 'list'),
        failures: 0,
      };
    case 'messagesLoaded': {
      const { id } = action;
      // What arrived live while the answer was on its way is newer than the answer.
      const loaded = new Set(action.messages.map((message) => message.id));
      const arrived = (state.messages.get(id) ?? []).filter((message) => !loaded.has(message.id));
      const messages = new Map(state.messages).set(id, [...action.messages, ...arrived]);
      return { ...state, messages, failed: without(state.failed, id), failures: 0 };
    }
    case 'loadFailed':
      return {
        ...state,
        failed: new Set(state.failed).add(action.what),
        failures: state.failures + 1,
      };
    case 'messageCreated': {
      const { message, conversation } = action;
      const others = (state.conversations ?? []).filter(({ id }) => id !== conversation.id);
      return {
        ...addMessage(state, message),
        conversations: state.conversations && sort([conversation, ...others]),
        outbox: withoutEcho(state.outbox, message),
      };
    }
    case 'conversationRead':
      return {
        ...state,
        conversations:
          state.conversations?.map((conversation) =>
            conversation.id === action.conversationId ? { ...conversation, unread: 0 } : conversation,
          ) ?? null,
      };
    case 'sending': {
      const others = state.outbox.filter(({ key }) => key !== action.outgoing.key);
      return { ...state, outbox: [...others, { ...action.outgoing, status: 'sending' }] };
    }
    case 'sent': {
      const outbox = state.outbox.filter(({ key }) => key !== action.key);
      return { ...addMessage(state, action.message), outbox };
    }
    case 'notSent':
      return {
        ...state,
        outbox: state.outbox.map((outgoing) =>
          outgoing.key === action.key ? { ...outgoing, status: 'failed' } : outgoing,
        ),
      };
    case 'live':
      return { ...state, connection: action.isLive ? 'live' : 'reconnecting' };
    case 'invalidated':
      return state;
  }
}

/** A conversation that was never opened is read whole when it is. */
function addMessage(state: InboxState, message: Message): InboxState {
  const known = state.messages.get(message.conversationId);
  if (!known || known.some(({ id }) => id === message.id)) return state;
  return { ...state, messages: new Map(state.messages).set(message.conversationId, [...known, message]) };
}

/** The stream may tell of a message before the answer to its posting does. */
function withoutEcho(outbox: readonly OutgoingMessage[], message: Message): readonly OutgoingMessage[] {
  if (message.author !== 'operator') return outbox;
  const echo = outbox.find(
    ({ conversationId, text, status }) =>
      status === 'sending' && conversationId === message.conversationId && text === message.text,
  );
  return outbox.filter((outgoing) => outgoing !== echo);
}

function sort(conversations: readonly Conversation[]): readonly Conversation[] {
  return conversations.toSorted((a, b) => b.lastMessageAt.localeCompare(a.lastMessageAt));
}

function without(set: ReadonlySet<string>, member: string): ReadonlySet<string> {
  if (!set.has(member)) return set;
  const rest = new Set(set);
  rest.delete(member);
  return rest;
}
