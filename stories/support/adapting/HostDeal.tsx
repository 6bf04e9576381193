import { type DealItemProps, useDeal, useLocale } from '../../../src/index.ts';

/** A deal on one line, with one thing to do: it is drawn by the host, and saved as any deal is. */
export function HostDeal({ facts }: DealItemProps) {
  const { deal, pipeline, step, form, canEdit, status, retry } = useDeal(facts);
  const { locale } = useLocale();
  const won = pipeline?.steps.find(({ outcome }) => outcome === 'won');

  function win() {
    if (!pipeline || !won) return;
    form.open();
    form.change('step', { pipelineId: pipeline.id, stepId: won.id });
    form.submit();
  }

  return (
    <div className="host-deal" aria-busy={status === 'sent'}>
      <b>
        <bdi>{deal.name}</bdi>
      </b>
      {deal.value && (
        <span>
          {new Intl.NumberFormat(locale, { style: 'currency', currency: deal.value.currency }).format(
            Number(deal.value.amount),
          )}
        </span>
      )}
      <span>{step?.name}</span>
      {canEdit && won && deal.status === 'open' && (
        <button type="button" aria-label={`Win ${deal.name}`} onClick={win}>
          Won
        </button>
      )}
      {status === 'failed' && (
        <button type="button" onClick={retry}>
          Not saved: try again
        </button>
      )}
    </div>
  );
}
