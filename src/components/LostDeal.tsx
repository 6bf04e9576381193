'use client';
import { useLocale } from '../hooks/useLocale.ts';
import { useLostDeal } from '../hooks/useLostDeal.ts';
import { Button } from '../ui/Button.tsx';
import { LostText } from './LostText.tsx';

export interface LostDealProps {
  readonly id: string;
}

/** In the place of a deal that was deleted elsewhere while it was being edited here. */
export function LostDeal({ id }: LostDealProps) {
  const { name, inputs, canCreate, createAsNew, discard } = useLostDeal(id);
  const { deals } = useLocale().messages;
  const { amount, currency } = inputs.value;
  return (
    <li>
      <LostText
        role="group"
        aria-label={name}
        text={[inputs.name, amount && `${amount} ${currency}`].filter(Boolean).join('\n')}
        onDiscard={discard}
        actions={
          canCreate && (
            <Button variant="link" onClick={createAsNew}>
              {deals.createAsNew}
            </Button>
          )
        }
      >
        <div>
          <b>
            <bdi>{name}</bdi>
          </b>
        </div>
        {deals.deletedElsewhere}
      </LostText>
    </li>
  );
}
