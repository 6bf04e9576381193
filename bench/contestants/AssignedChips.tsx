import type { Tag } from 'subscriber-card';
import { BareChip } from './bareParts.tsx';

export interface AssignedChipsProps {
  readonly assigned: readonly Tag[];
  readonly onChange: (assigned: readonly Tag[]) => void;
}

/** The assigned tags, for a kit that leaves them to its host. */
export function AssignedChips({ assigned, onChange }: AssignedChipsProps) {
  return assigned.map((tag) => (
    <BareChip
      key={tag.id}
      name={tag.name}
      color={tag.color}
      onRemove={() => onChange(assigned.filter((it) => it !== tag))}
    />
  ));
}

export function toggleTag(assigned: readonly Tag[], tag: Tag): readonly Tag[] {
  const rest = assigned.filter(({ id }) => id !== tag.id);
  return rest.length < assigned.length ? rest : [...assigned, tag];
}
