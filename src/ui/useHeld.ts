'use client';
import { type FocusEvent, useState } from 'react';

/** What {@link useHeld} needs to know of the place that it holds still. */
export interface HeldFrameProps {
  readonly onFocus: () => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/** Follows a value, but not while the focus is inside the frame: nothing is drawn anew under somebody's hands. */
export function useHeld<T>(value: T): { readonly held: T; readonly frameProps: HeldFrameProps } {
  const [hasFocus, setHasFocus] = useState(false);
  const [last, setLast] = useState(() => value);
  const held = hasFocus ? last : value;
  if (held !== last) setLast(() => held);
  return {
    held,
    frameProps: {
      onFocus: () => setHasFocus(true),
      onBlur: ({ currentTarget, relatedTarget }) => setHasFocus(currentTarget.contains(relatedTarget)),
    },
  };
}
