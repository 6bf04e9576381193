import clsx from 'clsx';
import { forwardRef, type HTMLAttributes } from 'react';

/** Text for screen readers only. */
export const VisuallyHidden = forwardRef<HTMLSpanElement, HTMLAttributes<HTMLSpanElement>>(
  function VisuallyHidden({ className, ...props }, ref) {
    return <span ref={ref} className={clsx('sbc-visually-hidden', className)} {...props} />;
  },
);
