/** Runs once after so many milliseconds. Returns what cancels it. */
export type Schedule = (run: () => void, delay: number) => () => void;

export const systemSchedule: Schedule = (run, delay) => {
  const timer = setTimeout(run, delay);
  return () => clearTimeout(timer);
};
