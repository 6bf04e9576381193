'use client';
import { useLocale } from '../hooks/useLocale.ts';
import type { VariableState } from '../hooks/useVariable.ts';
import { formatRelativeTime } from '../i18n/format.ts';
import type { Variable } from '../model/variable.ts';
import { useNow } from '../ui/useNow.ts';
import { toSentence } from './toSentence.tsx';

export interface VariableFactsProps {
  readonly variable: Pick<Variable, 'description'>;
  readonly state: Pick<VariableState, 'changedBy' | 'changedAt'>;
}

/** Whether there is more to tell about a variable than its value. */
export function hasVariableFacts({ variable: { description }, state }: VariableFactsProps): boolean {
  return Boolean(description) || state.changedAt !== undefined;
}

/** What a variable is for, and who set it when. */
export function VariableFacts({ variable: { description }, state }: VariableFactsProps) {
  return (
    <>
      {description && (
        <div>
          <bdi>{description}</bdi>
        </div>
      )}
      {state.changedAt !== undefined && <Provenance by={state.changedBy} at={state.changedAt} />}
    </>
  );
}

const TICK = 5000;

function Provenance({ by, at }: { readonly by: string | undefined; readonly at: string }) {
  const { locale, messages } = useLocale();
  const { setAt, setBy } = messages.variables;
  const when = formatRelativeTime(at, useNow(TICK), locale);
  return (
    <div>{by === undefined ? setAt(when) : toSentence((slot) => setBy(slot(<bdi>{by}</bdi>), when))}</div>
  );
}
