'use client';
import { type ReactNode, useRef } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Notice, type NoticeProps } from '../ui/Notice.tsx';
import { useFocusHandover } from '../ui/useFocusHandover.ts';

export interface LostTextProps extends Omit<NoticeProps, 'tone' | 'actions'> {
  /** What was typed and has no place any more. */
  readonly text: string;
  readonly onDiscard: () => void;
  /** Offered besides copying. */
  readonly actions?: ReactNode;
}

/** Keeps what was typed into something that is gone, to be copied or given up: nothing typed is lost. */
export function LostText({ text, onDiscard, actions, ...props }: LostTextProps) {
  const { form, copy } = useLocale().messages;
  const ref = useRef<HTMLDivElement>(null);
  useFocusHandover(ref);
  return (
    <Notice
      {...props}
      ref={ref}
      className="sbc-lost"
      tone="warning"
      actions={
        <>
          <CopyButton
            variant="link"
            text={text}
            label={form.copyText}
            copiedLabel={copy.copied}
            failedLabel={copy.failed}
          />
          {actions}
          <Button variant="link" onClick={onDiscard}>
            {form.discard}
          </Button>
        </>
      }
    />
  );
}
