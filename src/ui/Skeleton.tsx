import clsx from 'clsx';
import { forwardRef, type HTMLAttributes } from 'react';

export interface SkeletonProps extends HTMLAttributes<HTMLSpanElement> {
  /** What will stand here. Default `text`. */
  readonly shape?: 'text' | 'circle' | 'tile' | 'chip' | 'block' | 'button' | undefined;
  /** About how wide it will be. Default `full`. */
  readonly width?: 'short' | 'medium' | 'long' | 'full' | undefined;
}

/** A grey shape in the place of what is loading. */
export const Skeleton = forwardRef<HTMLSpanElement, SkeletonProps>(function Skeleton(
  { shape = 'text', width = 'full', className, ...props },
  ref,
) {
  return (
    <span
      ref={ref}
      aria-hidden="true"
      className={clsx('sbc-skeleton', className)}
      data-shape={shape}
      data-width={width}
      {...props}
    />
  );
});
