'use client';
import { usePartialText } from '../hooks/usePartialText.ts';
import type { Messages } from '../i18n/messages.ts';
import { type Problem, toFormProblem } from './problems.ts';

/** The sentence for the whole form: what of it was saved and what was not, and what no field of it can show. */
export function useFormProblem(
  problems: readonly (Problem | undefined)[],
  messages: Messages,
  paths: readonly string[],
): string | undefined {
  const toPartialText = usePartialText();
  const partial = problems.map(toPartialText).find((text) => text !== undefined);
  return [partial, toFormProblem(problems, messages, paths)].filter(Boolean).join(' ') || undefined;
}
