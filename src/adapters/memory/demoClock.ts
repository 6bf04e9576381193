/** Tells the times of the demo data, all of them relative to one moment. */
export interface DemoClock {
  /** RFC 3339, so long ago. Negative: ahead. */
  ago(time: { days?: number; hours?: number; minutes?: number }): string;
  /** `YYYY-MM-DD`, in so many days. */
  day(ahead: number): string;
}

const MINUTE = 60_000;

export function createDemoClock(now: number): DemoClock {
  const minute = Math.floor(now / MINUTE) * MINUTE;
  return {
    ago: ({ days = 0, hours = 0, minutes = 0 }) => {
      const instant = new Date(minute - ((days * 24 + hours) * 60 + minutes) * MINUTE);
      return instant.toISOString().replace('.000Z', 'Z');
    },
    day: (ahead) => new Date(minute + ahead * 24 * 60 * MINUTE).toISOString().slice(0, 10),
  };
}
