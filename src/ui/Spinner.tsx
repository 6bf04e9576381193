import clsx from 'clsx';
import { forwardRef, type HTMLAttributes } from 'react';

/** A turning ring. Decorative: whoever waits carries `aria-busy` and a text. */
export const Spinner = forwardRef<HTMLSpanElement, HTMLAttributes<HTMLSpanElement>>(function Spinner(
  { className, ...props },
  ref,
) {
  return <span ref={ref} aria-hidden="true" className={clsx('sbc-spinner', className)} {...props} />;
});
