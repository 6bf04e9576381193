'use client';
import clsx from 'clsx';
import { type ButtonHTMLAttributes, forwardRef, type MouseEvent } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { Spinner } from './Spinner.tsx';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Default `default`: a quiet outline. One `primary` in a form; `link` inside a sentence. */
  readonly variant?: 'default' | 'primary' | 'ghost' | 'danger' | 'link' | undefined;
  /** Default `medium`. */
  readonly size?: 'small' | 'medium' | undefined;
  /** As wide as its container. */
  readonly block?: boolean | undefined;
  /** Before the text. */
  readonly icon?: IconName | undefined;
  /** Something is on its way: clicks do nothing and the focus stays. */
  readonly pending?: boolean | undefined;
}

/** @selector [data-variant] [data-size] [data-block] [data-pending] */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  {
    variant = 'default',
    size = 'medium',
    block = false,
    icon,
    pending = false,
    className,
    children,
    onClick,
    ...props
  },
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
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      {...props}
      className={clsx('sbc-button', className)}
      data-variant={variant}
      data-size={size}
      data-block={block || undefined}
      data-pending={pending || undefined}
      onClick={handleClick}
    >
      {pending ? <Spinner /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
});
