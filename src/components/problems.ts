import { toProblemText } from '../hooks/toProblemText.ts';
import type { FormShape, FormState } from '../hooks/useForm.ts';
import type { Messages } from '../i18n/messages.ts';

/** Why a field was not taken, here or by the server. */
export type Problem = NonNullable<FormState<FormShape>['problems'][string]>;

/** The sentence to show at the field that stands at `path` in what was sent. */
export function toFieldProblem(
  problem: Problem | undefined,
  messages: Messages,
  path: string,
): string | undefined {
  // What the server refused without naming a field is told once, for the whole form.
  return problem?.type === 'rejected' && !hasIssues(problem)
    ? undefined
    : toProblemText(problem, messages, path);
}

/** The sentence for the whole form: what no field of it can show, whose paths these are. */
export function toFormProblem(
  problems: readonly (Problem | undefined)[],
  messages: Messages,
  paths: readonly string[],
): string | undefined {
  const problem = problems.find((candidate) => candidate?.type === 'rejected');
  if (problem?.type !== 'rejected') return undefined;
  if (!hasIssues(problem)) return toProblemText(problem, messages);
  const others = problem.error.detail.issues?.filter(
    ({ path }) => !paths.some((own) => path === own || path.startsWith(`${own}.`)),
  );
  return others?.map(({ message }) => message.slice(0, MAX_MESSAGE)).join(' ') || undefined;
}

const MAX_MESSAGE = 300;

function hasIssues({ error }: Extract<Problem, { type: 'rejected' }>): boolean {
  return error.code === 'invalid' && (error.detail.issues?.length ?? 0) > 0;
}
