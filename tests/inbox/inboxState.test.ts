import { describe, expect, it } from 'vitest';
import { emptyInbox, type InboxAction, reduceInbox } from '../../examples/inbox/web/inboxState.ts';

type Conversation = Extract<InboxAction, { type: 'conversationsLoaded' }>['conversations'][number];
type Message = Extract<InboxAction, { type: 'messagesLoaded' }>['messages'][number];

function aMessage(id: string, more: Partial<Message> = {}): Message {
  return {
    id,
    conversationId: 'one',
    author: 'subscriber',
    authorName: null,
    text: `text of ${id}`,
    sentAt: '2025-11-12T10:00:00Z',
    campaignId: null,
    campaign: null,
    ...more,
  };
}

function aConversation(id: string, lastMessageAt: string, unread = 0): Conversation {
  return {
    id,
    subscriberId: `subscriber of ${id}`,
    channel: 'telegram',
    kind: 'person',
    name: id,
    avatarUrl: null,
    unread,
    lastMessage: null,
    lastMessageAt,
  };
}

const stateAfter = (...actions: readonly InboxAction[]) => actions.reduce(reduceInbox, emptyInbox);
const early = aConversation('one', '2025-11-12T10:00:00Z');
const late = aConversation('two', '2025-11-12T11:00:00Z', 2);
const loaded: InboxAction = { type: 'conversationsLoaded', conversations: [early, late] };
const sending: InboxAction = {
  type: 'sending',
  outgoing: { key: 'key', conversationId: 'one', text: 'Hello' },
};
const posted = aMessage('posted', { author: 'operator', authorName: 'Ana Souza', text: 'Hello' });
const news: InboxAction = {
  type: 'messageCreated',
  message: posted,
  conversation: aConversation('one', '2025-11-12T12:00:00Z'),
};
const opened: InboxAction = { type: 'messagesLoaded', id: 'one', messages: [aMessage('first')] };

describe('the conversations', () => {
  it('stand in the order of their last message, and a new message moves its own to the top', () => {
    expect(stateAfter(loaded).conversations?.map(({ id }) => id)).toEqual(['two', 'one']);
    expect(stateAfter(loaded, news).conversations?.map(({ id }) => id)).toEqual(['one', 'two']);
  });

  it('are read once they are looked at', () => {
    const { conversations } = stateAfter(loaded, { type: 'conversationRead', conversationId: 'two' });
    expect(conversations?.map(({ unread }) => unread)).toEqual([0, 0]);
  });

  it('say that they could not be loaded until they are', () => {
    const failed: InboxAction = { type: 'loadFailed', what: 'list' };
    expect(stateAfter(failed).failed.has('list')).toBe(true);
    expect(stateAfter(failed, loaded).failed.has('list')).toBe(false);
  });
});

describe('the connection', () => {
  const live: InboxAction = { type: 'live', isLive: true };
  const broken: InboxAction = { type: 'live', isLive: false };

  it('is not called live before it is', () => {
    expect(stateAfter().connection).toBe('connecting');
    expect(stateAfter(live).connection).toBe('live');
    expect(stateAfter(live, broken).connection).toBe('reconnecting');
  });

  it('counts the loads that fail in a row, so that each is tried later than the one before', () => {
    const failed: InboxAction = { type: 'loadFailed', what: 'list' };
    expect(stateAfter(failed, failed).failures).toBe(2);
    expect(stateAfter(failed, failed, loaded).failures).toBe(0);
    expect(stateAfter(failed, opened).failures).toBe(0);
  });
});

describe('the messages', () => {
  it('keep what arrived while their list was on its way', () => {
    const { messages } = stateAfter(loaded, opened, news, opened);
    expect(messages.get('one')?.map(({ id }) => id)).toEqual(['first', 'posted']);
  });

  it('take a message once, however often it is told', () => {
    const sent: InboxAction = { type: 'sent', key: 'key', message: posted };
    expect(stateAfter(loaded, opened, sending, news, sent, news).messages.get('one')).toHaveLength(2);
  });

  it('of a conversation that was never opened are not begun in the middle', () => {
    expect(stateAfter(loaded, news).messages.has('one')).toBe(false);
  });
});

describe('what is being sent', () => {
  it('goes when the stream tells of it, even before the answer', () => {
    expect(stateAfter(loaded, opened, sending, news).outbox).toEqual([]);
  });

  it('stays as not sent when it fails, and is sent again under its key', () => {
    const failed = stateAfter(loaded, opened, sending, { type: 'notSent', key: 'key' });
    expect(failed.outbox).toMatchObject([{ key: 'key', status: 'failed', text: 'Hello' }]);
    expect(reduceInbox(failed, sending).outbox).toMatchObject([{ key: 'key', status: 'sending' }]);
  });

  it('is not taken for the same words of the subscriber', () => {
    const theirs = { ...news, message: aMessage('theirs', { text: 'Hello' }) };
    expect(stateAfter(loaded, opened, sending, theirs).outbox).toHaveLength(1);
  });
});
