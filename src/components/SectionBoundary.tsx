'use client';
import type { ReactNode } from 'react';
import { useCrashReport } from '../hooks/useCrashReport.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { CardPart } from './CardFrame.ts';

export interface SectionBoundaryProps {
  /** What the host is told has crashed. */
  readonly name: CardPart;
  /** What is drawn, where another is another chance. Default: the subscriber. */
  readonly resetKey?: unknown;
  readonly children: ReactNode;
}

/** Keeps a crash inside its part, tells the host, and tries again with the next subscriber. */
export function SectionBoundary({ name, resetKey, children }: SectionBoundaryProps) {
  const { resetKey: shownKey, report } = useCrashReport(
    name === 'deals' || name === 'contact' ? name : 'subscriber',
  );
  const { section } = useLocale().messages;
  return (
    <ErrorBoundary
      resetKey={resetKey ?? shownKey}
      onError={report}
      fallback={(retry) => (
        <Notice
          tone="danger"
          role="alert"
          actions={
            <Button variant="link" onClick={retry}>
              {section.retry}
            </Button>
          }
        >
          {section.crashed}
        </Notice>
      )}
    >
      {children}
    </ErrorBoundary>
  );
}
