import type { Messages } from '../i18n/messages.ts';
import { toReasonText } from '../i18n/toReasonText.ts';
import type { Problem } from '../store/cardState.ts';

/**
 * The sentence to show at a field. `path` is where the field stands in a draft or patch, such as `phones.0.value`:
 * of a list of issues only those at or below it are told. `undefined` where the problem is not this field's.
 */
export function toProblemText(
  problem: Problem | undefined,
  messages: Messages,
  path?: string,
): string | undefined {
  if (!problem) return undefined;
  if (problem.type === 'invalid') {
    const isHere = path === undefined || problem.path === undefined || isWithin(path, problem.path);
    return isHere ? toReasonText(problem.reason, messages) : undefined;
  }
  const { code, detail } = problem.error;
  const issues = detail.issues ?? [];
  if (code === 'invalid' && issues.length > 0) {
    const here = path === undefined ? issues : issues.filter((issue) => isWithin(issue.path, path));
    return here.length > 0 ? here.map(({ message }) => message.slice(0, MAX_MESSAGE)).join(' ') : undefined;
  }
  return detail.reason?.slice(0, MAX_MESSAGE) || messages.errors[code];
}

/** A server's sentence is shown as text, and no more of it than fits. */
const MAX_MESSAGE = 300;

function isWithin(path: string, parent: string): boolean {
  return path === parent || path.startsWith(`${parent}.`) || path.endsWith(`.${parent}`);
}
