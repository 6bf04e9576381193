'use client';
import type { ReactNode } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Notice, type NoticeProps } from '../ui/Notice.tsx';

export interface LostTextProps extends Omit<NoticeProps, 'tone' | 'actions'> {
  /** What was typed and has no place any more. */
  readonly text: string;
  readonly onDiscard: () => void;
  /** Offered before copying. */
  readonly actions?: ReactNode;
}

/** Keeps what was typed into something that is gone, to be copied or given up: nothing typed is lost. */
export function LostText({ text, onDiscard, actions, ...props }: LostTextProps) {
  const { form, copy } = useLocale().messages;
  return (
    <Notice
      {...props}
      tone="warning"
      actions={
        <>
          {actions}
          <CopyButton
            variant="button"
            size="small"
            text={text}
            label={form.copyText}
            copiedLabel={copy.copied}
            failedLabel={copy.failed}
          />
          <Button variant="link" onClick={onDiscard}>
            {form.discard}
          </Button>
        </>
      }
    />
  );
}
