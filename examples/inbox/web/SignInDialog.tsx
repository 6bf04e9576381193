import { useEffect, useRef } from 'react';
import { OperatorChoice } from './OperatorChoice.tsx';
import type { Session, SignedIn } from './session.ts';
import { useTexts } from './texts.ts';

export interface SignInDialogProps {
  readonly session: Session;
  readonly signedIn: SignedIn;
}

/** Over the inbox, when the server has ended the session. What waits is saved after it. */
export function SignInDialog({ session, signedIn }: SignInDialogProps) {
  const { signIn } = useTexts();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className="sign-in-box"
      aria-labelledby="sign-in-title"
      // Behind it nothing works, so it is left by its buttons only.
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="sign-in-title">{signIn.ended}</h2>
      <p>{signIn.endedHint}</p>
      <OperatorChoice session={session} last={signedIn} />
      <button type="button" className="button" onClick={session.signOut}>
        {signIn.out}
      </button>
    </dialog>
  );
}
