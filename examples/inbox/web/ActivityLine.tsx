import type { Activity } from './useActivity.ts';

/** What the host heard from the card. The card has told screen readers already. */
export function ActivityLine({ activity }: { readonly activity: Activity | null }) {
  if (!activity) return null;
  return (
    <div className="activity" data-tone={activity.tone} aria-hidden="true">
      <bdi>{activity.text}</bdi>
    </div>
  );
}
