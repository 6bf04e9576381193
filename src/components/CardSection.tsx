'use client';
import clsx from 'clsx';
import { type HTMLAttributes, type ReactNode, useContext } from 'react';
import { useHeadingLevel } from '../hooks/useHeadingLevel.ts';
import { useOpenSections } from '../hooks/useOpenSections.ts';
import { useParts } from '../hooks/useParts.ts';
import type { Section } from '../hooks/useSection.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { CardFrame, type CardPart } from './CardFrame.ts';
import { PartRoot } from './PartRoot.tsx';
import type { PartName } from './parts.ts';
import { SectionBody } from './SectionBody.tsx';
import { SectionBoundary } from './SectionBoundary.tsx';

export interface CardSectionProps extends Omit<HTMLAttributes<HTMLElement>, 'title'> {
  /** How its data stands with the backend. */
  readonly section: Section;
  readonly name: CardPart;
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
  const { section, name, title, count, actions, skeleton, children, className, ...rest } = props;
  const { status } = section;
  const headingLevel = useHeadingLevel(1);
  const { classNames } = useParts();
  const frame = useContext(CardFrame);
  const own = useOpenSections();
  const { isOpen, setOpen } = frame ?? own;
  // In the whole card one part speaks for all that come with one read.
  const isQuiet = frame !== null && name !== 'deals' && name !== 'contact' && name !== frame.speaker;
  if (status === 'none' || status === 'unsupported' || (status === 'failed' && isQuiet)) return null;

  const body = (
    <SectionBoundary name={name}>
      <SectionBody section={section} name={name} isQuiet={isQuiet} skeleton={skeleton}>
        {children}
      </SectionBody>
    </SectionBoundary>
  );
  const part = parts[name];
  const root = {
    'data-part': toDataPart(part),
    'data-status': status,
    ...rest,
    className: clsx(className, classNames[part]),
  };
  const isBlock =
    title === undefined || name === 'subscriber' || name === 'subscription' || name === 'campaign';
  if (status === 'loading') {
    // Grey as a whole: a heading that can be read would jump when it is known how long all above it is.
    return (
      <PartRoot>
        <div key="loading" {...root} className={clsx(!isBlock && 'sbc-section', root.className)}>
          {!isBlock && (
            <div className="sbc-section-header">
              <Skeleton width="short" />
            </div>
          )}
          {isBlock ? body : isOpen(name) && <div className="sbc-section-body">{body}</div>}
        </div>
      </PartRoot>
    );
  }
  return (
    <PartRoot>
      {isBlock ? (
        <div key="known" {...root}>
          {body}
        </div>
      ) : (
        <Disclosure
          // The card is the landmark; two cards on a page would have two of each of its parts.
          role={frame ? 'group' : undefined}
          {...root}
          title={title}
          headingLevel={headingLevel}
          open={isOpen(name)}
          onOpenChange={(open) => setOpen(name, open)}
          count={status === 'ready' ? count : undefined}
          actions={status === 'ready' ? actions : undefined}
        >
          {body}
        </Disclosure>
      )}
    </PartRoot>
  );
}

/** Under which name the host knows it. */
const parts: { readonly [name in CardPart]: PartName } = {
  subscriber: 'ContactHeader',
  subscription: 'SubscriptionStatus',
  campaign: 'AdCampaignBadge',
  variables: 'VariableEditor',
  tags: 'TagPicker',
  deals: 'DealList',
  contact: 'ContactForm',
};

/** `deal-list` for `DealList`. */
function toDataPart(part: PartName): string {
  return part.replace(/\B[A-Z]/g, '-$&').toLowerCase();
}
