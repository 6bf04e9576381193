'use client';
import { type HTMLAttributes, type ReactNode, useContext } from 'react';
import { useHeadingLevel } from '../hooks/useHeadingLevel.ts';
import { type OpenSection, useOpenSections } from '../hooks/useOpenSections.ts';
import type { Section } from '../hooks/useSection.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { CardFrame } from './CardFrame.ts';
import { SectionBody } from './SectionBody.tsx';
import { SectionBoundary } from './SectionBoundary.tsx';

export interface CardSectionProps extends Omit<HTMLAttributes<HTMLElement>, 'title'> {
  /** How its data stands with the backend. */
  readonly section: Section;
  readonly name: 'subscriber' | OpenSection;
  /** The heading, by which the section folds. Without one it is a plain block. */
  readonly title?: string | undefined;
  /** Beside the title, and not part of its name. */
  readonly count?: ReactNode;
  /** Tools at the end of the heading, while there is something to use them on. */
  readonly actions?: ReactNode;
  /** Grey shapes in the final layout, until there is something to show. */
  readonly skeleton: ReactNode;
}

/** A part of the card that loads, fails, retries and crashes alone. @selector [data-status] [data-open] */
export function CardSection(props: CardSectionProps) {
  const { section, name, title, count, actions, skeleton, children, ...rest } = props;
  const headingLevel = useHeadingLevel(1);
  const own = useOpenSections();
  const { isOpen, setOpen } = useContext(CardFrame) ?? own;
  if (section.status === 'none' || section.status === 'unsupported') return null;

  const body = (
    <SectionBoundary name={name}>
      <SectionBody section={section} name={name} skeleton={skeleton}>
        {children}
      </SectionBody>
    </SectionBoundary>
  );
  if (title === undefined || name === 'subscriber') {
    return (
      <div data-status={section.status} {...rest}>
        {body}
      </div>
    );
  }
  return (
    <Disclosure
      data-status={section.status}
      {...rest}
      title={title}
      headingLevel={headingLevel}
      open={isOpen(name)}
      onOpenChange={(open) => setOpen(name, open)}
      count={section.status === 'ready' ? count : undefined}
      actions={section.status === 'ready' ? actions : undefined}
    >
      {body}
    </Disclosure>
  );
}
