import { useEffect } from 'react';
import type { Conversation } from './createApi.ts';
import type { Workspace } from './session.ts';

/** What the browser's tab says: how much is unread, who is open, and where. */
export function usePageTitle(
  conversations: readonly Conversation[] | null,
  open: Conversation | null,
  workspace: Workspace,
): void {
  const unread = conversations?.reduce((sum, conversation) => sum + conversation.unread, 0) ?? 0;
  const title = `${unread > 0 ? `(${unread}) ` : ''}${open ? `${open.name} · ` : ''}${workspace.name}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
