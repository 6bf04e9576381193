'use client';
import clsx from 'clsx';
import { forwardRef, type TimeHTMLAttributes, useSyncExternalStore } from 'react';
import { Tooltip } from './Tooltip.tsx';
import { useNow } from './useNow.ts';

export interface TimestampProps extends Omit<TimeHTMLAttributes<HTMLTimeElement>, 'dateTime' | 'children'> {
  /** RFC 3339. */
  readonly value: string;
  /** The text, from the present moment in milliseconds: "4 min ago". */
  readonly format: (now: number) => string;
  /** The exact moment, shown on hover and focus, and as the text of what a server draws. */
  readonly exact: string;
  /** How often the text is made again, in milliseconds. Default: by its age. */
  readonly interval?: number | undefined;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A moment in relative words that stay true. */
export const Timestamp = forwardRef<HTMLTimeElement, TimestampProps>(function Timestamp(
  { value, format, exact, interval, className, ...props },
  ref,
) {
  const now = useNow(interval ?? toInterval(Date.parse(value)));
  const isHere = useSyncExternalStore(subscribeToNothing, inBrowser, onServer);
  return (
    <Tooltip content={exact}>
      {(trigger) => (
        <time
          {...props}
          {...trigger}
          ref={ref}
          dateTime={value}
          className={clsx('sbc-timestamp', className)}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the exact time must be reachable by keyboard
          tabIndex={0}
          // The server's zone may not be the reader's.
          suppressHydrationWarning
        >
          {isHere ? format(now) : exact}
        </time>
      )}
    </Tooltip>
  );
});

// What a server draws is read later, and by somebody whose clock is another.
const subscribeToNothing = () => () => {};
const inBrowser = () => true;
const onServer = () => false;

function toInterval(then: number): number {
  const age = Math.abs(Date.now() - then);
  if (age < MINUTE) return 5 * SECOND;
  return age < HOUR ? 30 * SECOND : 5 * MINUTE;
}
