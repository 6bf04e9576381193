import { useEffect, useState } from 'react';
import { Avatar } from './Avatar.tsx';
import { listOperators, type Operator, type Session } from './session.ts';
import { useTexts } from './texts.ts';

export interface OperatorChoiceProps {
  readonly session: Session;
  /** Only the operators of this workspace. */
  readonly workspaceId?: string;
}

/** The operators of the example, each a button that signs them in. */
export function OperatorChoice({ session, workspaceId }: OperatorChoiceProps) {
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
  const offered = operators.filter(({ workspace }) => !workspaceId || workspace.id === workspaceId);
  return (
    <ul className="operators">
      {offered.map((operator) => (
        <li key={operator.id}>
          <button
            type="button"
            className="operator"
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
