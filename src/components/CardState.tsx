'use client';
import type { ReactNode } from 'react';
import { useHeadingLevel } from '../hooks/useHeadingLevel.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';

export interface CardStateProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** What the card shows when there is nobody to show. */
export function CardState({ icon, title, text, children }: CardStateProps) {
  const Heading = `h${useHeadingLevel()}` as const;
  return (
    <div className="sbc-state">
      <Icon name={icon} />
      <Heading className="sbc-state-title" tabIndex={-1}>
        {title}
      </Heading>
      <p className="sbc-state-text">{text}</p>
      {children}
    </div>
  );
}
