import { forwardRef, type HTMLAttributes } from 'react';

/** A listbox with nothing to pick in it. Why is its only row, for a list of no rows is none. */
export const EmptyListbox = forwardRef<HTMLDivElement, HTMLAttributes<HTMLDivElement>>(function EmptyListbox(
  { children, ...props },
  ref,
) {
  return (
    <div ref={ref} {...props} role="listbox">
      <div
        role="option"
        tabIndex={-1}
        aria-disabled="true"
        aria-selected={false}
        className="sbc-listbox-note"
      >
        {children}
      </div>
    </div>
  );
});
