'use client';
import { type ReactNode, useContext, useState } from 'react';
import { useCrm } from '../hooks/useCrm.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { useRememberedCount } from '../hooks/useRememberedCount.ts';
import { useSection } from '../hooks/useSection.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { CardFrame } from './CardFrame.ts';
import { DealsSkeleton } from './DealsSkeleton.tsx';
import { SectionBoundary } from './SectionBoundary.tsx';

export interface CrmTabsProps {
  readonly deals: ReactNode;
  readonly contact: ReactNode;
  /** The pointer or the focus came to the tab of the contact. */
  readonly onContactIntent: () => void;
}

type CrmTab = 'deals' | 'contact';

/** Deals and contact of the CRM behind two tabs, of which one may be absent. Folds by its button. @selector [data-open] */
export function CrmTabs({ deals, contact, onContactIntent }: CrmTabsProps) {
  const { hasDeals, hasContact, hasFailed, dealCount, isContactLinked, canCreateContact } = useCrm();
  const { messages } = useLocale();
  const frame = useContext(CardFrame);
  const [isFirst, setIsFirst] = useState(true);
  const [lastTab, setLastTab] = useState<CrmTab>('deals');
  const { status } = useSection('subscriber');
  const dealsBefore = useRememberedCount('deals', undefined);
  if (!frame || (!hasDeals && !hasContact)) return null;
  // Tried again, the one above takes nothing away that is shown already.
  if (isFirst && status !== 'loading') setIsFirst(false);
  if (isFirst && status === 'loading') return <CrmSkeleton deals={dealsBefore} />;

  // The card says it for all of its reads.
  if (status === 'failed' && hasFailed) return null;

  const { isOpen, setOpen } = frame;
  const available: readonly CrmTab[] = [
    ...(hasDeals ? ['deals' as const] : []),
    ...(hasContact ? ['contact' as const] : []),
  ];
  // Where one tab is absent, the other one is open in its place.
  const open = available.find(isOpen) ?? (isOpen('deals') || isOpen('contact') ? available[0] : undefined);
  const tab = open ?? available.find((it) => it === lastTab) ?? available[0] ?? 'deals';
  const labels = {
    deals: messages.deals.tab,
    contact: isContactLinked === false && canCreateContact ? messages.contact.addTab : messages.contact.tab,
  };
  return (
    <div className="sbc-crm" data-open={open !== undefined || undefined}>
      <Tabs
        label={messages.section.crm}
        tabs={available.map((id) => ({
          id,
          label: labels[id],
          count: (id === 'deals' && dealCount) || undefined,
        }))}
        value={tab}
        onValueChange={(id) => setOpen(id === 'contact' ? 'contact' : 'deals', true)}
        onIntent={(id) => id === 'contact' && onContactIntent()}
        actions={
          <IconButton
            className="sbc-crm-fold"
            icon="chevron"
            label={messages.section.crm}
            aria-expanded={open !== undefined}
            onClick={() => {
              setLastTab(tab);
              setOpen(tab, open === undefined);
            }}
          />
        }
      >
        {open && <SectionBoundary name={open}>{open === 'deals' ? deals : contact}</SectionBoundary>}
      </Tabs>
    </div>
  );
}

/** What stands below is known only when all above it is. */
function CrmSkeleton({ deals }: { readonly deals: number | undefined }) {
  return (
    <div className="sbc-crm sbc-tabs" data-open="true">
      <div className="sbc-tab-list">
        <div className="sbc-tab">
          <Skeleton width="short" />
        </div>
        <div className="sbc-tab">
          <Skeleton width="short" />
        </div>
      </div>
      <div className="sbc-tab-panel">
        <DealsSkeleton count={deals} />
      </div>
    </div>
  );
}
