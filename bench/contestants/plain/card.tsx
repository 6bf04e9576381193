import { createReactCard } from '../createReactCard.tsx';
import { createPlainCard, DealItem, TagChip, VariableRow } from './PlainCard.tsx';

export const { createCard, renderCard } = createReactCard(
  createPlainCard({ VariableRow, TagChip, DealItem }),
);
