'use client';
import { useDraftTexts } from '../hooks/useDraftTexts.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { useSubscriber } from '../hooks/useSubscriber.ts';
import { Bidi } from '../ui/Bidi.tsx';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Truncate } from '../ui/Truncate.tsx';
import { CardState } from './CardState.tsx';

/** Says that there is no such subscriber, or no more; what was typed for them can still be copied. */
export function MissingSubscriber() {
  const { subscriber, retry } = useSubscriber();
  const drafts = useDraftTexts();
  const { card, section, copy, form } = useLocale().messages;
  const wasKnown = subscriber !== null;
  return (
    <CardState
      icon="user"
      title={wasKnown ? card.deleted : card.notFound}
      text={wasKnown ? card.deletedHint : card.notFoundHint}
    >
      {drafts.length > 0 && (
        <ul className="sbc-kept">
          {drafts.map(({ fieldId, label, text }) => (
            <li key={fieldId} className="sbc-kept-text">
              <Truncate>
                <Bidi>{label}</Bidi>: <Bidi>{text}</Bidi>
              </Truncate>
              <CopyButton
                text={text}
                label={`${form.copyText}: ${label}`}
                copiedLabel={copy.copied}
                failedLabel={copy.failed}
              />
            </li>
          ))}
        </ul>
      )}
      {!wasKnown && <Button onClick={retry}>{section.retry}</Button>}
    </CardState>
  );
}
