'use client';
import { type ReactNode, useContext, useEffect, useState } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import type { Section } from '../hooks/useSection.ts';
import { Button } from '../ui/Button.tsx';
import { Notice, type NoticeTone } from '../ui/Notice.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { CardFailure } from './CardFailure.tsx';
import { CardFrame, type CardPart } from './CardFrame.ts';

export interface SectionBodyProps {
  readonly section: Section;
  readonly name: CardPart;
  /** Another part says when it is slow or has failed. */
  readonly isQuiet: boolean;
  readonly skeleton: ReactNode;
  readonly children: ReactNode;
}

/** What stands in a section: grey shapes, why there is nothing, or what there is. */
export function SectionBody({ section, name, isQuiet, skeleton, children }: SectionBodyProps) {
  const { messages } = useLocale();
  const title = messages.section[name === 'subscription' || name === 'campaign' ? 'subscriber' : name];
  const isInCard = useContext(CardFrame) !== null;
  if (section.status === 'failed') {
    const isWhole = isInCard && name !== 'deals' && name !== 'contact';
    return isQuiet ? null : <SectionFailure section={section} title={title} isWhole={isWhole} />;
  }
  if (section.status === 'loading') {
    return (
      <div aria-busy="true" className="sbc-loading">
        {!isQuiet && <VisuallyHidden>{messages.section.loading(title)}</VisuallyHidden>}
        {skeleton}
        {!isQuiet && <SlowNotice onRetry={section.retry} />}
      </div>
    );
  }
  const omitted = countOmitted(section, name);
  return (
    <>
      {children}
      {omitted > 0 && <div className="sbc-empty">{messages.section.omitted(omitted)}</div>}
      {section.error && !isInCard && (
        <SectionNotice onRetry={section.retry}>{messages.section.stale}</SectionNotice>
      )}
    </>
  );
}

/** Each part tells of its own rows, also where another speaks for the read. */
function countOmitted({ omitted }: Section, name: CardPart): number {
  switch (name) {
    case 'variables':
    case 'tags':
    case 'deals':
    case 'contact':
      return omitted[name] ?? 0;
    case 'campaign':
      return omitted.campaigns ?? 0;
    default:
      return 0;
  }
}

const SLOW = 8000;

function SlowNotice({ onRetry }: { readonly onRetry: () => void }) {
  const { slow } = useLocale().messages.section;
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), SLOW);
    return () => clearTimeout(timer);
  }, []);
  return isSlow ? <SectionNotice onRetry={onRetry}>{slow}</SectionNotice> : null;
}

/** A server's sentence is shown as text, and no more of it than fits. */
const MAX_MESSAGE = 300;

interface SectionFailureProps {
  readonly section: Section;
  readonly title: string;
  /** It is the read that the card is of. */
  readonly isWhole: boolean;
}

function SectionFailure({ section, title, isWhole }: SectionFailureProps) {
  const { messages } = useLocale();
  const code = section.error?.code ?? 'unknown';
  if (code === 'unsupported') return <div className="sbc-empty">{messages.section.unsupported(title)}</div>;
  const isMalformed = code === 'malformed';
  const why = section.error?.detail.reason?.slice(0, MAX_MESSAGE) || messages.errors[code];
  if (isWhole) return <CardFailure title={messages.card.failed} text={why} />;
  return (
    <SectionNotice tone="danger" onRetry={section.retry}>
      <div>{isMalformed ? messages.section.malformed(title) : messages.section.failed(title)}</div>
      {!isMalformed && <div>{why}</div>}
    </SectionNotice>
  );
}

interface SectionNoticeProps {
  readonly tone?: NoticeTone | undefined;
  readonly onRetry: () => void;
  readonly children: ReactNode;
}

function SectionNotice({ tone = 'warning', onRetry, children }: SectionNoticeProps) {
  const { retry } = useLocale().messages.section;
  return (
    <Notice
      tone={tone}
      role="status"
      actions={
        <Button variant="link" onClick={onRetry}>
          {retry}
        </Button>
      }
    >
      {children}
    </Notice>
  );
}
