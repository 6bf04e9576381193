'use client';
import { useRef } from 'react';
import { useDraftTexts } from '../hooks/useDraftTexts.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { useSubscriber } from '../hooks/useSubscriber.ts';
import { plainText } from '../i18n/format.ts';
import { Bidi } from '../ui/Bidi.tsx';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Truncate } from '../ui/Truncate.tsx';
import { useFocusHandover } from '../ui/useFocusHandover.ts';
import { CardState } from './CardState.tsx';

/** Says that there is no such subscriber, or no more; what was typed for them can still be copied, or given up. */
export function MissingSubscriber() {
  const { subscriber, retry } = useSubscriber();
  const drafts = useDraftTexts();
  const { card, section } = useLocale().messages;
  const wasKnown = subscriber !== null;
  const hint = drafts.length > 0 ? card.deletedHint : card.deletedElsewhere;
  return (
    <CardState
      icon="user"
      title={wasKnown ? card.deleted : card.notFound}
      text={wasKnown ? hint : card.notFoundHint}
    >
      {drafts.length > 0 && <KeptTexts drafts={drafts} />}
      {!wasKnown && <Button onClick={retry}>{section.retry}</Button>}
    </CardState>
  );
}

interface KeptTextsProps {
  readonly drafts: ReturnType<typeof useDraftTexts>;
}

function KeptTexts({ drafts }: KeptTextsProps) {
  const { messages, dir } = useLocale();
  const { copy, form } = messages;
  const ref = useRef<HTMLDivElement>(null);
  useFocusHandover(ref);
  return (
    <div ref={ref} className="sbc-kept">
      <ul>
        {drafts.map(({ fieldId, label, text }) => (
          <li key={fieldId} className="sbc-kept-text">
            <span className="sbc-kept-label">
              <Bidi>{label}</Bidi>
            </span>
            <Truncate>{text}</Truncate>
            <CopyButton
              text={text}
              label={`${form.copyText}: ${plainText(label, dir)}`}
              copiedLabel={copy.copied}
              failedLabel={copy.failed}
            />
          </li>
        ))}
      </ul>
      <Button
        size="small"
        onClick={() => {
          for (const { discard } of drafts) discard();
        }}
      >
        {form.discard}
      </Button>
    </div>
  );
}
