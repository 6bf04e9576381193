'use client';
import { useHeadingLevel } from '../hooks/useHeadingLevel.ts';
import { Bidi } from '../ui/Bidi.tsx';

/** The heading of a group of variables. Those without a group have none. */
export function VariableGroupTitle({ group }: { readonly group: string }) {
  const Heading = `h${useHeadingLevel(2)}` as const;
  if (group === '') return null;
  return (
    <Heading className="sbc-group-title">
      <Bidi>{group}</Bidi>
    </Heading>
  );
}
