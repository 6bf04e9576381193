'use client';
import clsx from 'clsx';
import { type HTMLAttributes, type ReactNode, useMemo, useRef } from 'react';
import { useHeadingLevel } from '../hooks/useHeadingLevel.ts';
import { useIsFirstCard } from '../hooks/useIsFirstCard.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { type OpenSection, useOpenSections } from '../hooks/useOpenSections.ts';
import { useParts } from '../hooks/useParts.ts';
import { useSubscriber } from '../hooks/useSubscriber.ts';
import { isBlankName, plainText } from '../i18n/format.ts';
import type { SubscriberRef } from '../model/subscriber.ts';
import { SubscriberProvider } from '../provider/SubscriberProvider.tsx';
import { createLazy, useIdleLoading } from '../ui/createLazy.ts';
import { keepKeys } from '../ui/keepKeys.ts';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { UiProvider, useRootProps, useUi } from '../ui/UiContext.tsx';
import { useFocusRescue } from '../ui/useFocusRescue.ts';
import { AdCampaignBadge } from './AdCampaignBadge.tsx';
import { CardFrame, type CardPart } from './CardFrame.ts';
import { CardNews } from './CardNews.tsx';
import { CardReadOnly } from './CardReadOnly.tsx';
import { CardState } from './CardState.tsx';
import { ContactForm, preloadContact } from './ContactForm.tsx';
import { ContactHeader } from './ContactHeader.tsx';
import { CrmTabs } from './CrmTabs.tsx';
import { DealList } from './DealList.tsx';
import { FocusKeeper } from './FocusKeeper.tsx';
import { LazyPart } from './LazyPart.tsx';
import { MissingSubscriber } from './MissingSubscriber.tsx';
import type { PartComponents } from './parts.ts';
import { SectionBoundary } from './SectionBoundary.tsx';
import { SubscriptionStatus } from './SubscriptionStatus.tsx';
import { TagPicker } from './TagPicker.tsx';
import { VariableEditor } from './VariableEditor.tsx';

/** A part of the whole card, for its order. */
export type SubscriberCardSection = 'header' | 'subscription' | 'campaign' | 'variables' | 'tags' | 'crm';

export interface SubscriberCardProps extends Omit<HTMLAttributes<HTMLElement>, 'children'> {
  /** Whose card it is. `null`: no conversation is open. */
  readonly subscriber: SubscriberRef | null;
  /** The parts to show, in this order. Default: all of them. Keep it stable between renders. */
  readonly sections?: readonly SubscriberCardSection[] | undefined;
  /** Which sections are open, where the host decides; the rest are folded. Of the two tabs at most one is open. */
  readonly openSections?: readonly OpenSection[] | undefined;
  /** Which sections are open until the operator folds one. Default: all, with the deals. */
  readonly defaultOpenSections?: readonly OpenSection[] | undefined;
  /** The operator has folded or opened a section. The client remembers it for all of its cards by itself. */
  readonly onOpenSectionsChange?: ((open: readonly OpenSection[]) => void) | undefined;
}

/**
 * The card of one subscriber: a complementary landmark with all parts, each of which loads, fails and retries alone.
 * @selector [data-status="none|loading|ready|failed|missing"]
 */
export function SubscriberCard({ subscriber, ...props }: SubscriberCardProps) {
  return (
    <SubscriberProvider subscriber={subscriber}>
      <Card {...props} shownKey={subscriber && JSON.stringify([subscriber.channel, subscriber.id])} />
    </SubscriberProvider>
  );
}

const cardNotices = createLazy(() => import('./CardNotices.tsx').then((module) => module.CardNotices));

interface CardProps extends Omit<SubscriberCardProps, 'subscriber'> {
  readonly shownKey: string | null;
}

function Card(props: CardProps) {
  const { shownKey, sections = allSections, className, ...rest } = props;
  const { openSections, defaultOpenSections, onOpenSectionsChange, ...elementProps } = rest;
  const { status, isMissing } = useSubscriber();
  const label = useCardLabel();
  const { messages } = useLocale();
  const ui = useUi();
  const rootProps = useRootProps();
  const cardRef = useRef<HTMLElement>(null);
  useFocusRescue(cardRef);
  useIdleLoading();
  const heading = `h${useHeadingLevel()}`;
  const { isOpen, setOpen } = useOpenSections({
    open: openSections,
    defaultOpen: defaultOpenSections,
    onOpenChange: onOpenSectionsChange,
  });
  const frame = { isOpen, setOpen, speaker: toSpeaker(sections) };

  function focusHeading() {
    const target = cardRef.current?.querySelector<HTMLElement>(heading) ?? cardRef.current;
    target?.focus();
  }

  return (
    <UiProvider {...ui} rootClassName={clsx(ui.rootClassName, className)}>
      <aside
        aria-label={label}
        tabIndex={-1}
        {...elementProps}
        {...rootProps}
        {...keepKeys(elementProps)}
        ref={cardRef}
        className={clsx(rootProps.className, 'sbc-card', className)}
        data-part="subscriber-card"
        data-status={isMissing ? 'missing' : status}
      >
        <CardFrame.Provider value={frame}>
          <LiveRegion summary={messages.news.manyChanged}>
            <FocusKeeper container={cardRef} shownKey={shownKey} onLost={focusHeading}>
              <CardBody key={shownKey} sections={sections} />
            </FocusKeeper>
            <LazyPart part={cardNotices} props={{ cardRef, isSelected: status !== 'none' }} />
            <CardNews />
          </LiveRegion>
        </CardFrame.Provider>
      </aside>
    </UiProvider>
  );
}

function CardBody({ sections }: { readonly sections: readonly SubscriberCardSection[] }) {
  const { status, isMissing } = useSubscriber();
  const { card } = useLocale().messages;
  const { components } = useParts();
  // Made once: a part draws again when its own data changes, and not with the card.
  const parts = useMemo(() => createParts(components), [components]);
  if (status === 'none')
    return <CardState icon="user" title={card.noneSelected} text={card.noneSelectedHint} />;
  if (isMissing) return <MissingSubscriber />;
  const locked = (['subscription', 'header'] as const).find((it) => sections.includes(it)) ?? sections[0];
  return sections.map((section) => (
    <SectionBoundary key={section} name={partOf[section] ?? 'deals'}>
      {parts[section]}
      {section === locked && <CardReadOnly />}
    </SectionBoundary>
  ));
}

/** The host's own, else ours. */
function createParts({
  ContactHeader: Header = ContactHeader,
  SubscriptionStatus: Subscription = SubscriptionStatus,
  AdCampaignBadge: Campaign = AdCampaignBadge,
  VariableEditor: Variables = VariableEditor,
  TagPicker: Tags = TagPicker,
  DealList: Deals = DealList,
  ContactForm: Contact = ContactForm,
}: PartComponents): { readonly [section in SubscriberCardSection]: ReactNode } {
  return {
    header: <Header />,
    subscription: <Subscription />,
    campaign: <Campaign />,
    variables: <Variables />,
    tags: <Tags />,
    crm: <CrmTabs deals={<Deals />} contact={<Contact />} onContactIntent={preloadContact} />,
  };
}

const allSections: readonly SubscriberCardSection[] = [
  'header',
  'subscription',
  'campaign',
  'variables',
  'tags',
  'crm',
];

/** Of the sections that come with one read. */
const partOf: { readonly [section in SubscriberCardSection]?: CardPart } = {
  header: 'subscriber',
  subscription: 'subscription',
  campaign: 'campaign',
  variables: 'variables',
  tags: 'tags',
};

/** The header speaks, wherever it stands; without one, the first of the others. */
function toSpeaker(sections: readonly SubscriberCardSection[]): CardPart | undefined {
  if (sections.includes('header')) return 'subscriber';
  return sections.map((section) => partOf[section]).find((part) => part !== undefined);
}

function useCardLabel(): string {
  const { subscriber } = useSubscriber();
  const { messages, dir } = useLocale();
  const isFirst = useIsFirstCard();
  if (isFirst || !subscriber) return messages.card.landmark;
  const { name } = subscriber;
  return messages.card.landmarkOf(isBlankName(name) ? messages.card.noName : plainText(name, dir));
}
