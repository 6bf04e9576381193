import { Skeleton } from '../ui/Skeleton.tsx';

/** Grey rows as long as those that are coming. */
export function VariableSkeleton() {
  return (
    <div className="sbc-variables">
      {rows.map(([label, value], place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change
        <div key={place} className="sbc-row">
          <div className="sbc-row-label">
            <Skeleton width={label} />
          </div>
          <div className="sbc-row-label">
            <Skeleton width={value} />
          </div>
        </div>
      ))}
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
