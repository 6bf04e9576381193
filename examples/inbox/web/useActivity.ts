import { useCallback, useEffect, useState } from 'react';
import type { CardHostEvent, CardProblem } from 'subscriber-card/headless';
import type { Texts } from './texts.ts';

export interface Activity {
  readonly text: string;
  readonly tone: 'done' | 'problem';
}

const shownMs = 5_000;

/** The last thing that the card told its host, for a few seconds. */
export function useActivity({ activity: words }: Texts) {
  const [activity, setActivity] = useState<Activity | null>(null);
  useEffect(() => {
    if (!activity) return;
    const timer = setTimeout(() => setActivity(null), shownMs);
    return () => clearTimeout(timer);
  }, [activity]);

  const onEvent = useCallback(
    (event: CardHostEvent) => setActivity({ text: describe(event, words), tone: 'done' }),
    [words],
  );
  const onError = useCallback(
    ({ error }: CardProblem) => setActivity({ text: words.problems[error.code], tone: 'problem' }),
    [words],
  );
  return { activity, onEvent, onError };
}

function describe(event: CardHostEvent, { changes }: Texts['activity']): string {
  const what = changes[event.type];
  switch (event.type) {
    case 'tagAdded':
    case 'tagRemoved':
      return `${what}: ${event.name}`;
    case 'dealCreated':
      return `${what}: ${event.deal.name}`;
    default:
      return what;
  }
}
