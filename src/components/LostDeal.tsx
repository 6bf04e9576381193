'use client';
import { useLocale } from '../hooks/useLocale.ts';
import { useLostDeal } from '../hooks/useLostDeal.ts';
import { formatMoney } from '../i18n/format.ts';
import { parseMoney } from '../i18n/parse.ts';
import { Button } from '../ui/Button.tsx';
import { ForeignValue } from './ForeignValue.tsx';
import { LostText } from './LostText.tsx';
import { toSentence } from './toSentence.tsx';

export interface LostDealProps {
  readonly id: string;
  /** The form of a new deal is about to open with the text. */
  readonly onCreate: () => void;
}

/** In the place of a deal that was deleted elsewhere while it was being edited here. */
export function LostDeal({ id, onCreate }: LostDealProps) {
  const { name, inputs, canCreate, createAsNew, discard } = useLostDeal(id);
  const { messages, locale } = useLocale();
  const { deals, conflict } = messages;
  const { amount, currency } = inputs.value;
  const parsed = parseMoney(amount, currency, locale);
  const money = parsed.ok ? formatMoney(parsed.value, locale) : `${amount} ${currency}`;
  const texts = [inputs.name, amount && money].filter(Boolean);
  return (
    <li>
      <LostText
        role="group"
        aria-label={name}
        text={texts.join('\n')}
        onDiscard={discard}
        actions={
          canCreate && (
            <Button
              variant="link"
              onClick={() => {
                onCreate();
                createAsNew();
              }}
            >
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
        <div>{deals.deletedElsewhere}</div>
        <div>{toSentence((slot) => conflict.yours(slot(<ForeignValue text={texts.join(' · ')} />)))}</div>
      </LostText>
    </li>
  );
}
