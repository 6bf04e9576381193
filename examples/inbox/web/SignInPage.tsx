import { OperatorChoice } from './OperatorChoice.tsx';
import type { Session } from './session.ts';
import { useTexts } from './texts.ts';

/** An example has no passwords: whoever opens the page chooses who they are. */
export function SignInPage({ session }: { readonly session: Session }) {
  const { signIn } = useTexts();
  return (
    <main className="sign-in">
      <section className="sign-in-box">
        <img className="sign-in-logo" src="/favicon.svg" alt="" />
        <h1>{signIn.title}</h1>
        <p>{signIn.hint}</p>
        <OperatorChoice session={session} />
      </section>
    </main>
  );
}
