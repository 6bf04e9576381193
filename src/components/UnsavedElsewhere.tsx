'use client';
import { type ReactNode, useEffect, useState } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { type UnsavedSubscriber, useUnsavedElsewhere } from '../hooks/useUnsavedElsewhere.ts';
import { formatList, isBlankName, plainText } from '../i18n/format.ts';
import type { Messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useAnnounce } from '../ui/LiveRegion.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { toSentence } from './toSentence.tsx';

/** Names those who are not shown any more and of whom something could not be saved: the latest, and then the others. */
export function UnsavedElsewhere() {
  const all = useUnsavedElsewhere();
  const { messages, dir, locale } = useLocale();
  const announce = useAnnounce();
  const [isUnfolded, setIsUnfolded] = useState(false);
  const rest = all.length - 1;
  if (isUnfolded && rest < 1) setIsUnfolded(false);

  useEffect(() => {
    for (const subscriber of all) {
      const labels = subscriber.labels.map((label) => plainText(label, dir));
      const name = plainText(toName(subscriber, messages), dir);
      if (!subscriber.isNews()) continue;
      announce(messages.notice.notSaved(name, formatList(labels, locale)), undefined, true);
    }
  }, [all, messages, dir, locale, announce]);

  return all.slice(0, isUnfolded ? all.length : 1).map((subscriber, place) => (
    <UnsavedBar key={subscriber.key} subscriber={subscriber}>
      {place === 0 && rest > 0 && (
        <Button
          variant="link"
          className="sbc-bar-more"
          aria-expanded={isUnfolded}
          onClick={() => setIsUnfolded(!isUnfolded)}
        >
          {isUnfolded ? messages.notice.fewer : messages.notice.more(rest)}
        </Button>
      )}
    </UnsavedBar>
  ));
}

interface UnsavedBarProps {
  readonly subscriber: UnsavedSubscriber;
  readonly children: ReactNode;
}

function UnsavedBar({ subscriber, children }: UnsavedBarProps) {
  const { labels, open, dismiss } = subscriber;
  const { messages, dir, locale } = useLocale();
  const { notice } = messages;
  const name = toName(subscriber, messages);
  return (
    <NoticeBar
      tone="danger"
      icon="warning"
      actions={
        <>
          {open && (
            <Button variant="link" aria-label={notice.openOf(plainText(name, dir))} onClick={open}>
              {notice.open}
            </Button>
          )}
          <IconButton icon="close" label={notice.dismiss} onClick={dismiss} />
        </>
      }
    >
      {toSentence((slot) =>
        notice.notSaved(slot(<bdi>{name}</bdi>), slot(<bdi>{formatList(labels, locale)}</bdi>)),
      )}{' '}
      {children}
    </NoticeBar>
  );
}

function toName({ name = '' }: UnsavedSubscriber, { card }: Messages): string {
  return isBlankName(name) ? card.noName : name;
}
