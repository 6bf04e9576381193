'use client';
import { useLocale } from '../hooks/useLocale.ts';
import { useLostDeal } from '../hooks/useLostDeal.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Notice } from '../ui/Notice.tsx';

export interface LostDealProps {
  readonly id: string;
}

/** In the place of a deal that was deleted elsewhere while it was being edited here: nothing typed is lost. */
export function LostDeal({ id }: LostDealProps) {
  const { name, inputs, canCreate, createAsNew, discard } = useLostDeal(id);
  const { messages } = useLocale();
  const { amount, currency } = inputs.value;
  const text = [inputs.name, amount && `${amount} ${currency}`].filter(Boolean).join('\n');
  return (
    <li>
      <Notice
        tone="warning"
        role="group"
        aria-label={name}
        actions={
          <>
            {canCreate && (
              <Button variant="link" onClick={createAsNew}>
                {messages.deals.createAsNew}
              </Button>
            )}
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
            <bdi>{name}</bdi>
          </b>
        </div>
        {messages.deals.deletedElsewhere}
      </Notice>
    </li>
  );
}
