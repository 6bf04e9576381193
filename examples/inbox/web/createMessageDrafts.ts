/** What is typed to a conversation and not sent. It outlives a reload of the tab. */
export interface MessageDrafts {
  get(conversationId: string): string;
  set(conversationId: string, text: string): void;
}

export function createMessageDrafts(scope: string): MessageDrafts {
  const storageKey = `inbox.messages ${scope}`;
  const drafts = new Map(read(storageKey));
  return {
    get: (conversationId) => drafts.get(conversationId) ?? '',
    set(conversationId, text) {
      if (text === '') drafts.delete(conversationId);
      else drafts.set(conversationId, text);
      try {
        sessionStorage.setItem(storageKey, JSON.stringify([...drafts]));
      } catch {
        // Full or blocked: the text lives as long as the page.
      }
    },
  };
}

function read(storageKey: string): [string, string][] {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? '[]') as [string, string][];
  } catch {
    return [];
  }
}
