import { storyNow } from '../storyClock.ts';

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'America/Sao_Paulo' });
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'America/Sao_Paulo' });

/** When something was said, as a chat writes it: the time, and of another day the weekday. */
export function toClock(minutesAgo: number): string {
  const then = new Date(storyNow - minutesAgo * 60_000);
  return (minutesAgo < 720 ? clock : day).format(then);
}
