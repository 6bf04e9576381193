import { memo } from 'react';
import { createReactCard } from '../createReactCard.tsx';
import { createPlainCard, DealItem, TagChip, VariableRow } from '../plain/PlainCard.tsx';

export const { createCard, renderCard } = createReactCard(
  createPlainCard({ VariableRow: memo(VariableRow), TagChip: memo(TagChip), DealItem: memo(DealItem) }),
);
