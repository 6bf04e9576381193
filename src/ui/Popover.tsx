'use client';
import * as RadixPopover from '@radix-ui/react-popover';
import clsx from 'clsx';
import { forwardRef, type HTMLAttributes, type ReactElement, type RefObject, useRef } from 'react';
import { TopLayer } from './TopLayer.tsx';
import { useMergedRef } from './useMergedRef.ts';

export interface PopoverProps extends Omit<HTMLAttributes<HTMLDivElement>, 'aria-label' | 'role'> {
  /** The accessible name. */
  readonly label: string;
  readonly open: boolean;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
  /** The button that opens it. The focus goes in, and back to the button; Escape and a click outside close it. */
  readonly trigger?: ReactElement | undefined;
  /** Instead of a trigger: the control it stands at, which keeps the focus and alone decides when to close. */
  readonly anchorRef?: RefObject<HTMLElement | null> | undefined;
  /** Default `bottom`. */
  readonly side?: 'top' | 'bottom' | undefined;
  /** Default `start`. */
  readonly align?: 'start' | 'center' | 'end' | undefined;
  /** At least as wide as what it stands at. */
  readonly matchWidth?: boolean | undefined;
  /** Default `dialog`; `group` for a list that belongs to a combobox. */
  readonly role?: 'dialog' | 'group' | undefined;
}

/** A floating box that blocks nothing: the operator can go on typing in the chat. @selector [data-state] [data-side] */
export const Popover = forwardRef<HTMLDivElement, PopoverProps>(function Popover(
  {
    label,
    open,
    onOpenChange,
    trigger,
    anchorRef,
    side = 'bottom',
    align = 'start',
    matchWidth = false,
    role = 'dialog',
    className,
    children,
    ...props
  },
  ref,
) {
  const contentRef = useRef<HTMLDivElement | null>(null);
  const triggerRef = useRef<HTMLButtonElement>(null);
  const setContent = useMergedRef(contentRef, ref);
  const keep = anchorRef ? preventDefault : undefined;

  // Used here, Escape must not close the host's chat as well; pressed elsewhere it is not ours.
  function handleEscape(event: KeyboardEvent) {
    const path = event.composedPath();
    const isOurs = [contentRef.current, triggerRef.current].some((part) => part && path.includes(part));
    if (isOurs) event.stopPropagation();
    else event.preventDefault();
  }

  return (
    <RadixPopover.Root open={open} {...(onOpenChange && { onOpenChange })}>
      {anchorRef && <RadixPopover.Anchor virtualRef={anchorRef} />}
      {trigger && (
        <RadixPopover.Trigger asChild ref={triggerRef}>
          {trigger}
        </RadixPopover.Trigger>
      )}
      {open && (
        <TopLayer>
          <RadixPopover.Content
            ref={setContent}
            {...props}
            role={role}
            aria-label={label}
            side={side}
            align={align}
            sideOffset={5}
            collisionPadding={8}
            className={clsx('sbc-popover', className)}
            data-match-width={matchWidth || undefined}
            onEscapeKeyDown={keep ?? handleEscape}
            onInteractOutside={keep}
            onOpenAutoFocus={keep}
            onCloseAutoFocus={keep}
          >
            {children}
          </RadixPopover.Content>
        </TopLayer>
      )}
    </RadixPopover.Root>
  );
});

function preventDefault(event: Event) {
  event.preventDefault();
}
