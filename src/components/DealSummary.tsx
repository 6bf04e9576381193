'use client';
import { useLocale } from '../hooks/useLocale.ts';
import { formatDateTime, formatMoney, isBlankName } from '../i18n/format.ts';
import { formatRecentDay } from '../i18n/formatRecentDay.ts';
import { isSameName } from '../i18n/isSameName.ts';
import type { Deal, Outcome, Pipeline, Step } from '../model/deal.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Truncate } from '../ui/Truncate.tsx';
import { useNow } from '../ui/useNow.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { DealTrack } from './DealTrack.tsx';
import { MemberName } from './MemberName.tsx';

export interface DealSummaryProps {
  /** Of the element that names the deal. */
  readonly nameId: string;
  readonly deal: Pick<Deal, 'name' | 'stepId' | 'value' | 'assignee' | 'status' | 'number' | 'createdAt'>;
  readonly pipeline: Pipeline | undefined;
  readonly step: Step | undefined;
  /** The step may still become known. */
  readonly isStepLoading: boolean;
}

const HOUR = 3_600_000;

/** A deal as it is read: name and value, how far it is, its step, whose it is and since when. */
export function DealSummary({ nameId, deal, pipeline, step, isStepLoading }: DealSummaryProps) {
  const { name, value, stepId, status, assignee, number, createdAt } = deal;
  const { messages, locale, timeZone } = useLocale();
  const now = useNow(HOUR);
  const texts = messages.deals;
  const stepName = step?.name ?? (isStepLoading ? '' : texts.unknownStep);
  return (
    <>
      <div className="sbc-deal-title">
        <Truncate id={nameId} className="sbc-deal-name">
          {isBlankName(name) ? texts.noName : name}
        </Truncate>
        {value ? (
          <bdi className="sbc-deal-value">{formatMoney(value, locale)}</bdi>
        ) : (
          <span className="sbc-deal-value sbc-unset">{texts.noValue}</span>
        )}
      </div>
      <DealTrack pipeline={pipeline} stepId={stepId} status={status} isLoading={isStepLoading} />
      <div className="sbc-deal-foot">
        <div className="sbc-deal-meta">
          <Status status={status} stepName={stepName} />
          {assignee && <MemberName member={assignee} />}
          {number && <bdi className="sbc-deal-number">{texts.number(number)}</bdi>}
        </div>
        {createdAt && (
          <time
            className="sbc-deal-date"
            dateTime={createdAt}
            title={texts.created(formatDateTime(createdAt, locale, timeZone, 'full'))}
          >
            {formatRecentDay(createdAt, now, locale, timeZone)}
          </time>
        )}
      </div>
    </>
  );
}

interface StatusProps {
  readonly status: Outcome;
  readonly stepName: string;
}

/** Won and lost in words and by an icon; while it is open the step says where it stands. */
function Status({ status, stepName }: StatusProps) {
  const { messages, locale } = useLocale();
  const outcome = messages.deals.status[status];
  if (status === 'open') {
    return (
      <span className="sbc-deal-outcome">
        <VisuallyHidden>{outcome}: </VisuallyHidden>
        <bdi>{stepName}</bdi>
      </span>
    );
  }
  const isSaid = isSameName(stepName, outcome, locale);
  return (
    <>
      <span className="sbc-deal-outcome">
        <Icon name={icons[status]} />
        {outcome}
      </span>
      {!isSaid && (
        <span>
          <bdi>{stepName}</bdi>
        </span>
      )}
    </>
  );
}

const icons = { won: 'check', lost: 'close' } as const satisfies Record<Exclude<Outcome, 'open'>, IconName>;
