import type { Outcome, Pipeline } from '../model/deal.ts';

export interface DealTrackProps {
  readonly pipeline: Pipeline | undefined;
  readonly stepId: string;
  readonly status: Outcome;
}

/**
 * How far the deal has come, as a row of bars: one for each step on the way, and one for the end. The name of the step
 * says the same in words.
 */
export function DealTrack({ pipeline, stepId, status }: DealTrackProps) {
  if (!pipeline || pipeline.steps.length === 0) return null;
  const way = pipeline.steps.filter(({ outcome = 'open' }) => outcome === 'open').map(({ id }) => id);
  const place = status === 'open' ? way.indexOf(stepId) : way.length;
  const bars = way.length < pipeline.steps.length ? [...way, 'end'] : way;
  return (
    <div aria-hidden="true" className="sbc-deal-track">
      {bars.map((id, index) => (
        <i key={id} className="sbc-deal-step" data-done={index <= place || undefined} />
      ))}
    </div>
  );
}
