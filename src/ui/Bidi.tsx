import { forwardRef, type HTMLAttributes } from 'react';

export interface BidiProps extends HTMLAttributes<HTMLElement> {
  /** Default: found from the text. Phones, addresses and links are always `ltr`. */
  readonly dir?: 'auto' | 'ltr' | 'rtl' | undefined;
}

/** Foreign text, isolated so that its direction cannot reorder what stands around it. */
export const Bidi = forwardRef<HTMLElement, BidiProps>(function Bidi(props, ref) {
  return <bdi ref={ref} {...props} />;
});
