import type { Outcome, Pipeline } from '../model/deal.ts';

export interface DealTrackProps {
  readonly pipeline: Pipeline | undefined;
  readonly stepId: string;
  readonly status: Outcome;
}

/** How far the deal has come, as a row of bars. The name of the step says the same in words. */
export function DealTrack({ pipeline, stepId, status }: DealTrackProps) {
  const steps = pipeline?.steps.filter(({ outcome = 'open' }) => outcome === 'open') ?? [];
  if (steps.length === 0) return null;
  const place = steps.findIndex(({ id }) => id === stepId);
  return (
    <div aria-hidden="true" className="sbc-deal-track">
      {steps.map(({ id }, index) => (
        <i key={id} className="sbc-deal-step" data-done={status !== 'open' || index <= place || undefined} />
      ))}
    </div>
  );
}
