import { useEffect, useState } from 'react';
import { Avatar } from './Avatar.tsx';
import { listOperators, type Operator, type Session, type SignedIn } from './session.ts';
import { useTexts } from './texts.ts';

export interface OperatorChoiceProps {
  readonly session: Session;
  /** Who sat here last: they come first, and only their workspace is offered. */
  readonly last?: SignedIn;
}

/** The operators of the example, each a button that signs them in. */
export function OperatorChoice({ session, last }: OperatorChoiceProps) {
  const { signIn, retry } = useTexts();
  const [operators, setOperators] = useState<readonly Operator[] | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads the same again
  useEffect(() => {
    const controller = new AbortController();
    listOperators(controller.signal).then(setOperators, () => controller.signal.aborted || setFailed(true));
    return () => controller.abort();
  }, [attempt]);

  if (hasFailed) {
    const again = () => {
      setFailed(false);
      setAttempt(attempt + 1);
    };
    return (
      <div role="alert" className="state">
        <p>{signIn.failed}</p>
        <button type="button" className="button" onClick={again}>
          {retry}
        </button>
      </div>
    );
  }
  if (!operators) return <p role="status">{signIn.loading}</p>;
  const isLast = ({ id }: Operator) => id === last?.operator.id;
  const offered = operators
    .filter(({ workspace }) => !last || workspace.id === last.workspace.id)
    .toSorted((a, b) => Number(isLast(b)) - Number(isLast(a)));
  return (
    <ul className="operators">
      {offered.map((operator) => (
        <li key={operator.id}>
          <button
            type="button"
            className="operator"
            ref={isLast(operator) ? focus : undefined}
            onClick={() => session.signIn(operator.id).catch(() => setFailed(true))}
          >
            <Avatar id={operator.id} name={operator.name} src={operator.avatarUrl} />
            <span className="operator-name">
              <bdi>{operator.name}</bdi>
            </span>
            <bdi className="operator-workspace">{operator.workspace.name}</bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}

function focus(button: HTMLElement | null) {
  button?.focus();
}
