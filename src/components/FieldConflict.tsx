'use client';
import { forwardRef } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { formatDateTime, formatRelativeTime, plainText } from '../i18n/format.ts';
import { Button } from '../ui/Button.tsx';
import { useNow } from '../ui/useNow.ts';
import { ForeignValue } from './ForeignValue.tsx';
import { MyText } from './MyText.tsx';
import { toSentence } from './toSentence.tsx';

export interface FieldConflictProps {
  /** The label of the field. */
  readonly field: string;
  /** What somebody else made of it, as a reader sees it. `null`: they cleared it. */
  readonly theirs: string | null;
  /** What was asked for here, where it does not stand in an editor any more. `null`: it was cleared. */
  readonly mine?: string | null | undefined;
  /** Default true. What is hidden is not copied unseen. */
  readonly canCopy?: boolean | undefined;
  /** The name of who changed it. */
  readonly by?: string | undefined;
  /** RFC 3339. */
  readonly at?: string | undefined;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/**
 * Somebody else's value against one's own, and the choice. The ref is the button "Keep mine": Enter in an editor
 * with an open conflict goes there.
 */
export const FieldConflict = forwardRef<HTMLButtonElement, FieldConflictProps>(function FieldConflict(
  { field, theirs, mine, canCopy, by, at, onKeepMine, onTakeTheirs },
  ref,
) {
  const { messages, dir } = useLocale();
  const texts = messages.conflict;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the controls of a form
    <div role="group" aria-label={texts.label(plainText(field, dir))} className="sbc-conflict">
      <span>
        {toSentence((slot) =>
          texts.changed({
            by: by === undefined ? undefined : slot(<bdi>{by}</bdi>),
            value: theirs === null ? null : slot(<ForeignValue text={theirs} />),
            when: at === undefined ? undefined : slot(<Ago at={at} />),
          }),
        )}
      </span>
      {mine !== undefined && <MyText text={mine} canCopy={canCopy} />}
      <div className="sbc-conflict-actions">
        <Button ref={ref} variant="link" onClick={onKeepMine}>
          {texts.keepMine}
        </Button>
        <Button variant="link" onClick={onTakeTheirs}>
          {texts.takeTheirs}
        </Button>
      </div>
    </div>
  );
});

const TICK = 5000;

/** No stop for the keyboard on the way from the editor to the buttons. */
function Ago({ at }: { readonly at: string }) {
  const { locale, timeZone } = useLocale();
  const now = useNow(TICK);
  return (
    <time dateTime={at} title={formatDateTime(at, locale, timeZone, 'full')} suppressHydrationWarning>
      {formatRelativeTime(at, now, locale)}
    </time>
  );
}
