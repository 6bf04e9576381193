import type { Variable } from 'subscriber-card';
import { createReactCard } from '../createReactCard.tsx';
import { createPlainCard, DealItem, TagChip, VariableRow } from '../plain/PlainCard.tsx';

const LENGTH = 300;

/** Plain React that cuts a long text in the string. */
export const { createCard, renderCard } = createReactCard(
  createPlainCard({
    VariableRow: ({ variable, onSave }) => <VariableRow variable={clip(variable)} onSave={onSave} />,
    TagChip,
    DealItem,
  }),
);

function clip(variable: Variable): Variable {
  const { value } = variable;
  return typeof value === 'string' ? { ...variable, value: value.slice(0, LENGTH) } : variable;
}
