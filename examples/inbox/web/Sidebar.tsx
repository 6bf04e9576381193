import { useState } from 'react';
import { Avatar } from './Avatar.tsx';
import { ConversationList } from './ConversationList.tsx';
import { Icon } from './Icon.tsx';
import type { Session, SignedIn } from './session.ts';
import { useTexts } from './texts.ts';
import { UnsavedCount } from './UnsavedCount.tsx';
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
        <UnsavedCount />
        <span className="connection" data-state={inbox.connection} role="status">
          {connection[inbox.connection]}
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
      <ConversationList inbox={inbox} openId={openId} query={query} />
      <footer className="sidebar-footer">
        <Avatar id={signedIn.operator.id} name={signedIn.operator.name} src={signedIn.operator.avatarUrl} />
        <bdi className="sidebar-operator">{signedIn.operator.name}</bdi>
        <Settings {...preferences} />
        <SignOutButton session={session} />
      </footer>
    </div>
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
