'use client';
import { useLocale } from '../hooks/useLocale.ts';
import { useLostVariables } from '../hooks/useLostVariables.ts';
import { clipText, plainText } from '../i18n/format.ts';
import { LostText } from './LostText.tsx';

/** What was typed into variables that were deleted elsewhere. */
export function LostVariables() {
  const lost = useLostVariables();
  const { messages, dir } = useLocale();
  return lost.map(({ fieldId, label, text, discard }) => (
    <LostText key={fieldId} role="group" aria-label={plainText(label, dir)} text={text} onDiscard={discard}>
      <div>
        <b>
          <bdi>{label}</bdi>
        </b>{' '}
        <bdi>{clipText(text)}</bdi>
      </div>
      {messages.errors['not-found']}
    </LostText>
  ));
}
