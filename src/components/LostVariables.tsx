'use client';
import { useLocale } from '../hooks/useLocale.ts';
import { useLostVariables } from '../hooks/useLostVariables.ts';
import { clipText, plainText } from '../i18n/format.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Notice } from '../ui/Notice.tsx';

/** What was typed into variables that were deleted elsewhere: nothing typed is lost. */
export function LostVariables() {
  const lost = useLostVariables();
  const { messages, dir } = useLocale();
  return lost.map(({ fieldId, label, text, discard }) => (
    <Notice
      key={fieldId}
      tone="warning"
      role="group"
      aria-label={plainText(label, dir)}
      actions={
        <>
          <CopyButton
            variant="button"
            size="small"
            text={text}
            label={messages.form.copyText}
            copiedLabel={messages.copy.copied}
            failedLabel={messages.copy.failed}
          />
          <Button variant="link" onClick={discard}>
            {messages.form.discard}
          </Button>
        </>
      }
    >
      <div>
        <b>
          <bdi>{label}</bdi>
        </b>{' '}
        <bdi>{clipText(text)}</bdi>
      </div>
      {messages.errors['not-found']}
    </Notice>
  ));
}
