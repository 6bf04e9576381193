'use client';
import { type ReactNode, useContext, useEffect, useState } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import type { OpenSection } from '../hooks/useOpenSections.ts';
import type { Section } from '../hooks/useSection.ts';
import { Button } from '../ui/Button.tsx';
import { Notice, type NoticeTone } from '../ui/Notice.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { CardFrame } from './CardFrame.ts';

export interface SectionBodyProps {
  readonly section: Section;
  readonly name: 'subscriber' | OpenSection;
  readonly skeleton: ReactNode;
  readonly children: ReactNode;
}

/** What stands in a section: grey shapes, why there is nothing, or what there is. */
export function SectionBody({ section, name, skeleton, children }: SectionBodyProps) {
  const messages = useLocale().messages.section;
  const isInCard = useContext(CardFrame) !== null;
  const title = messages[name];
  switch (section.status) {
    case 'none':
    case 'unsupported':
      return null;
    case 'loading':
      return (
        <SectionLoading label={messages.loading(title)} onRetry={section.retry}>
          {skeleton}
        </SectionLoading>
      );
    case 'failed':
      return <SectionFailure section={section} title={title} />;
    case 'ready': {
      // In the whole card the header says it for all that is read with it.
      const isSaidElsewhere = isInCard && (name === 'variables' || name === 'tags');
      return (
        <>
          {children}
          {section.error && !isSaidElsewhere && (
            <SectionNotice onRetry={section.retry}>{messages.stale}</SectionNotice>
          )}
        </>
      );
    }
  }
}

interface SectionLoadingProps {
  readonly label: string;
  readonly onRetry: () => void;
  readonly children: ReactNode;
}

const SLOW = 8000;

function SectionLoading({ label, onRetry, children }: SectionLoadingProps) {
  const { slow } = useLocale().messages.section;
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), SLOW);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true">
      <VisuallyHidden>{label}</VisuallyHidden>
      {children}
      {isSlow && <SectionNotice onRetry={onRetry}>{slow}</SectionNotice>}
    </div>
  );
}

function SectionFailure({ section, title }: { readonly section: Section; readonly title: string }) {
  const { messages } = useLocale();
  const code = section.error?.code ?? 'unknown';
  if (code === 'unsupported') return <p className="sbc-empty">{messages.section.unsupported(title)}</p>;
  const what = code === 'malformed' ? messages.section.malformed(title) : messages.section.failed(title);
  return (
    <SectionNotice tone="danger" onRetry={section.retry}>
      <div>{what}</div>
      {code !== 'malformed' && <div>{section.error?.detail.reason || messages.errors[code]}</div>}
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
