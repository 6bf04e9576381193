import { useState } from 'react';
import { createDesks } from './createDesks.ts';
import { Inbox } from './Inbox.tsx';
import { SignInDialog } from './SignInDialog.tsx';
import { SignInPage } from './SignInPage.tsx';
import { createSession, useSession } from './session.ts';
import { TextsContext, texts } from './texts.ts';
import { usePreferences } from './usePreferences.ts';

/** The sign-in page, then the inbox; a session that ends on the way is renewed in a dialog over it. */
export function App() {
  const [session] = useState(createSession);
  const [deskOf] = useState(() => createDesks(session));
  const { current, isRenewing } = useSession(session);
  const preferences = usePreferences();
  return (
    <TextsContext value={texts[preferences.language]}>
      {current ? (
        // Another operator shares nothing with this one.
        <Inbox
          key={current.operator.id}
          desk={deskOf(current)}
          session={session}
          signedIn={current}
          preferences={preferences}
        />
      ) : (
        <SignInPage session={session} />
      )}
      {current && isRenewing && <SignInDialog session={session} signedIn={current} />}
    </TextsContext>
  );
}
