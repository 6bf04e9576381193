'use client';
import { type FocusEvent, type KeyboardEvent, type RefObject, useRef } from 'react';
import { useClientLayoutEffect } from '../ui/useClientLayoutEffect.ts';

/** Moves the focus among the buttons of a list of chips, and saves it where the chip it is in goes. */
export function useChipFocus(inputRef: RefObject<HTMLElement | null>, dir: 'ltr' | 'rtl') {
  const listRef = useRef<HTMLUListElement>(null);
  const focused = useRef<{ readonly button: Element; readonly place: number } | null>(null);

  const buttons = () => [...(listRef.current?.querySelectorAll('button') ?? [])];
  /** Beyond the last chip stands the input. */
  function focusAt(place: number) {
    const chips = buttons();
    const target = place < chips.length ? chips[Math.max(0, place)] : inputRef.current;
    target?.focus();
  }

  useClientLayoutEffect(() => {
    if (!focused.current || focused.current.button.isConnected) return;
    const { place } = focused.current;
    focused.current = null;
    const last = buttons().length - 1;
    focusAt(last < 0 ? 0 : Math.min(place, last));
  });

  function handleKeyDown(event: KeyboardEvent<HTMLElement>) {
    const chips = buttons();
    const place = chips.indexOf(event.target as HTMLButtonElement);
    const [back, on] = dir === 'rtl' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
    if (place < 0) return;
    if (event.key === back) focusAt(place - 1);
    else if (event.key === on) focusAt(place + 1);
    else if (event.key === 'Home') focusAt(0);
    else if (event.key === 'End') focusAt(chips.length - 1);
    else if (event.key === 'Backspace' || event.key === 'Delete') {
      // A key held down would take them all.
      if (!event.repeat) chips[place]?.click();
    } else return;
    event.preventDefault();
  }

  return {
    listRef,
    listProps: {
      onKeyDown: handleKeyDown,
      onFocus: ({ target }: FocusEvent) => {
        focused.current = { button: target, place: buttons().indexOf(target as HTMLButtonElement) };
      },
      onBlur: () => {
        focused.current = null;
      },
    },
    focusLast: () => {
      const last = buttons().length - 1;
      if (last >= 0) focusAt(last);
    },
  };
}
