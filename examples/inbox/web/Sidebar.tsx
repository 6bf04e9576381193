import { useDeferredValue, useState } from 'react';
import { Avatar } from './Avatar.tsx';
import { ConversationLink } from './ConversationLink.tsx';
import { Icon } from './Icon.tsx';
import type { Session, SignedIn } from './session.ts';
import { useTexts } from './texts.ts';
import { useMinute } from './time.ts';
import type { Inbox } from './useInbox.ts';
import type { Language, Preferences, Theme } from './usePreferences.ts';

export interface SidebarProps {
  readonly inbox: Inbox;
  readonly openId: string | null;
  readonly session: Session;
  readonly signedIn: SignedIn;
  readonly preferences: Preferences;
}

/** The first column: the workspace, its conversations, and who sits here. */
export function Sidebar({ inbox, openId, session, signedIn, preferences }: SidebarProps) {
  const { connection, list } = useTexts();
  const [query, setQuery] = useState('');
  return (
    <div className="sidebar">
      <header className="sidebar-header">
        <h1>
          <bdi>{signedIn.workspace.name}</bdi>
        </h1>
        <span className="connection" data-live={inbox.isLive || undefined} role="status">
          {inbox.isLive ? connection.live : connection.reconnecting}
        </span>
      </header>
      <search className="sidebar-search">
        <Icon name="search" />
        <input
          type="search"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          aria-label={list.search}
          placeholder={list.search}
          autoComplete="off"
        />
      </search>
      <Conversations inbox={inbox} openId={openId} query={query} />
      <footer className="sidebar-footer">
        <Avatar id={signedIn.operator.id} name={signedIn.operator.name} src={signedIn.operator.avatarUrl} />
        <bdi className="sidebar-operator">{signedIn.operator.name}</bdi>
        <Settings {...preferences} />
        <SignOutButton session={session} />
      </footer>
    </div>
  );
}

function Conversations({
  inbox,
  openId,
  query,
}: Pick<SidebarProps, 'inbox' | 'openId'> & { readonly query: string }) {
  const { list, retry } = useTexts();
  const now = useMinute();
  const wanted = fold(useDeferredValue(query));
  const { conversations } = inbox;
  const found = conversations?.filter(({ name }) => fold(name).includes(wanted));
  return (
    <nav aria-label={list.label} className="conversations" aria-busy={!conversations || undefined}>
      {!conversations && inbox.failed.has('list') && (
        <div role="alert" className="state">
          <p>{list.failed}</p>
          <button type="button" className="button" onClick={inbox.reload}>
            {retry}
          </button>
        </div>
      )}
      {found?.length === 0 && <p className="state">{list.noMatch}</p>}
      <ul>
        {found?.map((conversation) => (
          <li key={conversation.id}>
            <ConversationLink conversation={conversation} isOpen={conversation.id === openId} now={now} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Settings({ language, theme, setLanguage, setTheme }: Preferences) {
  const { settings } = useTexts();
  return (
    <>
      <select
        className="setting"
        aria-label={settings.language}
        value={language}
        onChange={(event) => setLanguage(event.target.value as Language)}
      >
        <option value="en">EN</option>
        <option value="pt-BR">PT</option>
      </select>
      <select
        className="setting"
        aria-label={settings.theme}
        value={theme}
        onChange={(event) => setTheme(event.target.value as Theme)}
      >
        <option value="auto">{settings.themes.auto}</option>
        <option value="light">{settings.themes.light}</option>
        <option value="dark">{settings.themes.dark}</option>
      </select>
    </>
  );
}

function SignOutButton({ session }: { readonly session: Session }) {
  const { signIn } = useTexts();
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={signIn.out}
      title={signIn.out}
      onClick={session.signOut}
    >
      <Icon name="out" />
    </button>
  );
}

/** Found without accents and in any case. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim();
}
