import { Skeleton } from '../ui/Skeleton.tsx';

export interface VariableSkeletonProps {
  readonly count: number | undefined;
}

/** Below what is seen at once, nobody looks at grey. */
const MANY = 40;

/** As many grey rows as are coming. */
export function VariableSkeleton({ count = rows.length }: VariableSkeletonProps) {
  return (
    <div className="sbc-variables">
      {Array.from({ length: Math.min(count, MANY) }, (_, place) => rows[place % rows.length] ?? rows[0]).map(
        ([label, value], place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never change
          <div key={place} className="sbc-row">
            <div className="sbc-row-label">
              <Skeleton width={label} />
            </div>
            <div className="sbc-row-label">
              <Skeleton width={value} />
            </div>
          </div>
        ),
      )}
    </div>
  );
}

const rows = [
  ['short', 'long'],
  ['short', 'medium'],
  ['medium', 'short'],
  ['short', 'medium'],
  ['medium', 'long'],
  ['short', 'short'],
] as const;
