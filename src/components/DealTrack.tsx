import type { Outcome, Pipeline } from '../model/deal.ts';

export interface DealTrackProps {
  readonly pipeline: Pipeline | undefined;
  readonly stepId: string;
  readonly status: Outcome;
  /** The pipeline may still become known: its place is kept. */
  readonly isLoading?: boolean | undefined;
}

/**
 * How far the deal has come, as a row of bars: one for each step on the way, and one for the end. The name of the step
 * says the same in words.
 */
export function DealTrack({ pipeline, stepId, status, isLoading = false }: DealTrackProps) {
  const steps = pipeline?.steps ?? [];
  if (steps.length === 0 && !isLoading) return null;
  const way = steps.filter(({ outcome = 'open' }) => outcome === 'open').map(({ id }) => id);
  const place = status === 'open' ? way.indexOf(stepId) : way.length;
  const bars = way.length < steps.length ? [...way, 'end'] : way;
  return (
    <div aria-hidden="true" className="sbc-deal-track">
      {bars.map((id, index) => (
        <i key={id} className="sbc-deal-step" data-done={index <= place || undefined} />
      ))}
    </div>
  );
}
