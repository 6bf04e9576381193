'use client';
import { useEffect } from 'react';
import { useFailedReads } from '../hooks/useFailedReads.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { Button } from '../ui/Button.tsx';
import { useAnnounce } from '../ui/LiveRegion.tsx';
import { CardState } from './CardState.tsx';

export interface CardFailureProps {
  readonly title: string;
  readonly text: string;
}

/** In the place of who could not be loaded. One Retry reads all of the card that failed. */
export function CardFailure({ title, text }: CardFailureProps) {
  const { retry } = useFailedReads();
  const { section } = useLocale().messages;
  const announce = useAnnounce();
  useEffect(() => announce(title, 'failure'), [announce, title]);
  return (
    <CardState icon="warning" title={title} text={text}>
      <Button onClick={retry}>{section.retry}</Button>
    </CardState>
  );
}
