import { useEffect, useState } from 'react';
import type { Texts } from './texts.ts';

const day = 24 * 60 * 60 * 1000;

/** `9:41` today, `Mon` in the last week, else `12 Nov`. */
export function formatListTime(instant: string, { locale }: Texts, now: number): string {
  const date = new Date(instant);
  if (isSameDay(date, new Date(now))) return formatTime(instant, locale);
  const isThisWeek = now - date.getTime() < 6 * day;
  return format(date, locale, isThisWeek ? { weekday: 'short' } : { day: 'numeric', month: 'short' });
}

export function formatTime(instant: string, locale: string): string {
  return format(new Date(instant), locale, { timeStyle: 'short' });
}

/** The heading of a day of messages. */
export function formatDay(instant: string, { locale, chat }: Texts, now: number): string {
  const date = new Date(instant);
  if (isSameDay(date, new Date(now))) return chat.today;
  if (isSameDay(date, new Date(now - day))) return chat.yesterday;
  const isThisYear = date.getFullYear() === new Date(now).getFullYear();
  return format(date, locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(!isThisYear && { year: 'numeric' }),
  });
}

export function isSameDay(a: Date, b: Date): boolean {
  return a.toDateString() === b.toDateString();
}

/** The current time, again every minute. */
export function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function format(date: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, options).format(date);
}
