'use client';
import clsx from 'clsx';
import { type ButtonHTMLAttributes, forwardRef, type MouseEvent } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { Spinner } from './Spinner.tsx';

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> {
  /** The accessible name, also shown on hover. */
  readonly label: string;
  readonly icon: IconName;
  /** Makes it a toggle. */
  readonly pressed?: boolean | undefined;
  /** Something is on its way: clicks do nothing and the focus stays. */
  readonly pending?: boolean | undefined;
}

/** A tool: an icon with a name. @selector [data-pending] [aria-pressed] */
export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(function IconButton(
  { label, icon, pressed, pending = false, className, onClick, children, ...props },
  ref,
) {
  function handleClick(event: MouseEvent<HTMLButtonElement>) {
    if (pending) event.preventDefault();
    else onClick?.(event);
  }

  return (
    <button
      ref={ref}
      type="button"
      aria-pressed={pressed}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      title={label}
      {...props}
      aria-label={label}
      className={clsx('sbc-icon-button', className)}
      data-pending={pending || undefined}
      onClick={handleClick}
    >
      {pending ? <Spinner /> : <Icon name={icon} />}
      {children}
    </button>
  );
});
