import { Skeleton } from '../ui/Skeleton.tsx';

export interface DealsSkeletonProps {
  readonly count: number | undefined;
}

/** Below what is seen at once, nobody looks at grey. */
const MANY = 10;

/** As many grey deals as are coming, above the button that adds one. */
export function DealsSkeleton({ count = 2 }: DealsSkeletonProps) {
  return (
    <>
      {Array.from({ length: Math.min(count, MANY) }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change
        <Skeleton key={place} shape="block" />
      ))}
      <Skeleton shape="button" />
    </>
  );
}
