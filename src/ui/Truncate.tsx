'use client';
import clsx from 'clsx';
import { forwardRef, type HTMLAttributes, type PointerEvent } from 'react';

export interface TruncateProps extends HTMLAttributes<HTMLElement> {
  /** The whole text, where it is not what the children say. */
  readonly full?: string | undefined;
}

/** The letters of a line may be higher than the line. */
const LEADING = 4;

/**
 * One line with an ellipsis, or as many as the stylesheet gives it, isolated as a `Bidi` is: it is cut where its own
 * text ends. The whole text is its title while the pointer is on it, only if something is cut; beside a tool that
 * has the keyboard's focus the stylesheet unfolds it.
 */
export const Truncate = forwardRef<HTMLElement, TruncateProps>(function Truncate(
  { full, className, onPointerEnter, ...props },
  ref,
) {
  // Measured on intent and written to the element: a state in each of 200 rows would be paid for at mount.
  function handlePointerEnter(event: PointerEvent<HTMLElement>) {
    onPointerEnter?.(event);
    const element = event.currentTarget;
    const isCut =
      element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight + LEADING;
    if (isCut) element.title = full ?? element.textContent ?? '';
    else element.removeAttribute('title');
  }

  return (
    <bdi
      ref={ref}
      className={clsx('sbc-truncate', className)}
      onPointerEnter={handlePointerEnter}
      {...props}
    />
  );
});
