import { toProblemText } from '../hooks/toProblemText.ts';
import type { FormShape, FormState } from '../hooks/useForm.ts';
import type { Messages } from '../i18n/messages.ts';

/** Why a field was not taken, here or by the server. */
export type Problem = NonNullable<FormState<FormShape>['problems'][string]>;

/** The sentence to show at the field that stands at `path` in what was sent, such as `name` or `phones.0`. */
export function toFieldProblem(
  problem: Problem | undefined,
  messages: Messages,
  path: string,
): string | undefined {
  if (problem?.type !== 'rejected') return toProblemText(problem, messages, `${path}.value`);
  const issues = issuesOf(problem).filter((issue) => isWithin(issue.path, path));
  return toText(issues);
}

/** The sentence to show at the name of something, which has one of its own where there is none. */
export function toNameProblem(problem: Problem | undefined, messages: Messages): string | undefined {
  const isMissing = problem?.type === 'invalid' && problem.reason.code === 'required';
  const text = toFieldProblem(problem, messages, 'name');
  return text && isMissing ? messages.dealForm.nameNeeded : text;
}

/** The sentence for the whole form: what no field of it can show, whose paths these are. */
export function toFormProblem(
  problems: readonly (Problem | undefined)[],
  messages: Messages,
  paths: readonly string[],
): string | undefined {
  const problem = problems.find((candidate) => candidate?.type === 'rejected');
  if (problem?.type !== 'rejected') return undefined;
  const issues = issuesOf(problem);
  if (issues.length === 0) return toProblemText(problem, messages);
  return toText(issues.filter((issue) => !paths.some((path) => isWithin(issue.path, path))));
}

interface Issue {
  readonly path: string;
  readonly message: string;
}

const MAX_MESSAGE = 300;

function issuesOf({ error }: Extract<Problem, { type: 'rejected' }>): readonly Issue[] {
  return error.code === 'invalid' ? (error.detail.issues ?? []) : [];
}

function toText(issues: readonly Issue[]): string | undefined {
  return issues.map(({ message }) => message.slice(0, MAX_MESSAGE)).join(' ') || undefined;
}

function isWithin(path: string, parent: string): boolean {
  return path === parent || path.startsWith(`${parent}.`);
}
