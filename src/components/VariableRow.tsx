'use client';
import { memo } from 'react';
import { useParts } from '../hooks/useParts.ts';
import { useVariable } from '../hooks/useVariable.ts';
import type { Variable } from '../model/variable.ts';
import { FieldRow } from './FieldRow.tsx';

export interface VariableRowProps {
  readonly variable: Variable;
}

/** One variable of the subscriber. Draws again only for its own news. */
export const VariableRow = memo(function VariableRow({ variable }: VariableRowProps) {
  const { classNames } = useParts();
  return (
    <FieldRow
      variable={variable}
      state={useVariable(variable)}
      className={classNames.VariableRow}
      data-part="variable-row"
    />
  );
});
