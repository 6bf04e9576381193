'use client';
import clsx from 'clsx';
import { forwardRef, type MouseEvent, useCallback, useRef, useState } from 'react';
import { Button, type ButtonProps } from './Button.tsx';
import type { IconName } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { useAnnounce } from './LiveRegion.tsx';

export interface CopyButtonProps extends Omit<ButtonProps, 'children' | 'aria-label' | 'variant' | 'icon'> {
  /** What is copied, as it is. */
  readonly text: string;
  readonly label: string;
  /** Said and shown only when the text is in the clipboard. */
  readonly copiedLabel: string;
  /** Names the field that offers the text when the browser refuses. */
  readonly failedLabel: string;
  /** Default `icon`. */
  readonly variant?: 'icon' | 'button' | 'link' | undefined;
  /** Default `copy`. */
  readonly icon?: IconName | undefined;
}

const COPIED_FOR = 2000;

/** @selector [data-state="idle|copied"], .sbc-copy-text when the browser refused */
export const CopyButton = forwardRef<HTMLButtonElement, CopyButtonProps>(function CopyButton(
  { text, label, copiedLabel, failedLabel, variant = 'icon', icon = 'copy', className, onClick, ...props },
  ref,
) {
  const announce = useAnnounce();
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  async function handleClick(event: MouseEvent<HTMLButtonElement>) {
    onClick?.(event);
    if (event.defaultPrevented) return;
    const isCopied = await copy(text);
    setState(isCopied ? 'copied' : 'refused');
    clearTimeout(timer.current);
    if (isCopied) timer.current = setTimeout(() => setState('idle'), COPIED_FOR);
    announce(isCopied ? copiedLabel : failedLabel);
  }

  const isCopied = state === 'copied';
  const shared = {
    ...props,
    ref,
    className: clsx('sbc-copy', className),
    'data-state': isCopied ? 'copied' : 'idle',
    onClick: handleClick,
  };
  const name = isCopied ? copiedLabel : label;
  return (
    <>
      {variant === 'icon' ? (
        <IconButton {...shared} label={name} icon={isCopied ? 'check' : icon} />
      ) : (
        <Button
          {...shared}
          variant={variant === 'link' ? 'link' : 'default'}
          icon={isCopied ? 'check' : variant === 'link' ? undefined : icon}
        >
          {name}
        </Button>
      )}
      {state === 'refused' && <CopyText text={text} label={failedLabel} onBlur={() => setState('idle')} />}
    </>
  );
});

interface CopyTextProps {
  readonly text: string;
  readonly label: string;
  readonly onBlur: () => void;
}

/** The text, selected, for the operator's own Ctrl+C. */
function CopyText({ text, label, onBlur }: CopyTextProps) {
  const select = useCallback((input: HTMLInputElement | null) => {
    input?.focus();
    input?.select();
  }, []);
  return (
    <input
      ref={select}
      readOnly
      className="sbc-input sbc-copy-text"
      aria-label={label}
      value={text}
      onBlur={onBlur}
    />
  );
}

async function copy(text: string): Promise<boolean> {
  try {
    // Absent on plain http and in frames without permission; that throws too, and the answer is the same.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
