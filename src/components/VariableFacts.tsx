'use client';
import type { ReactNode } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import type { VariableState } from '../hooks/useVariable.ts';
import { formatRelativeTime } from '../i18n/format.ts';
import type { Variable } from '../model/variable.ts';
import { Tooltip, type TooltipTrigger } from '../ui/Tooltip.tsx';
import { useNow } from '../ui/useNow.ts';
import { toSentence } from './toSentence.tsx';

export interface VariableFactsProps {
  readonly variable: Pick<Variable, 'description'>;
  readonly state: Pick<VariableState, 'changedBy' | 'changedAt'>;
  /** Spread the trigger on the element. There is none while there is nothing to tell. */
  readonly children: (trigger: TooltipTrigger | undefined) => ReactNode;
}

/**
 * Tells on hover and focus what a variable is for, and who set it when. Wraps its element also when there is nothing
 * to tell: what is there one moment later must not take the focus from it.
 */
export function VariableFacts({ variable: { description }, state, children }: VariableFactsProps) {
  const { changedAt, changedBy } = state;
  const hasFacts = Boolean(description) || changedAt !== undefined;
  return (
    <Tooltip
      content={
        <>
          {description && (
            <div>
              <bdi>{description}</bdi>
            </div>
          )}
          {changedAt !== undefined && <Provenance by={changedBy} at={changedAt} />}
        </>
      }
    >
      {(trigger) => children(hasFacts ? trigger : undefined)}
    </Tooltip>
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
