'use client';
import {
  type FocusEvent,
  type PointerEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { TopLayer } from './TopLayer.tsx';
import { useClientLayoutEffect } from './useClientLayoutEffect.ts';

/** Spread on the element that is described. It must be able to have the focus. */
export interface TooltipTrigger {
  readonly 'aria-describedby': string | undefined;
  readonly onPointerEnter: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: () => void;
}

export interface TooltipProps {
  /** More about the element. Never its only name. */
  readonly content: ReactNode;
  readonly children: (trigger: TooltipTrigger) => ReactNode;
}

const OPEN_DELAY = 350;
// Time to move the pointer from the element onto the tooltip.
const CLOSE_DELAY = 120;

/** Shown on hover and on the keyboard's focus, hoverable itself, hidden by Escape (WCAG 1.4.13). */
export function Tooltip({ content, children }: TooltipProps) {
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // Two stand in each row, most of them never asked: no effect ends the timer, which a tooltip that is gone ignores.
  function setSoon(element: HTMLElement | null, delay: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnchor(element), delay);
  }
  const close = useCallback(() => {
    clearTimeout(timer.current);
    setAnchor(null);
  }, []);

  return (
    <>
      {children({
        'aria-describedby': anchor ? id : undefined,
        onPointerEnter: (event) => {
          if (event.pointerType !== 'touch') setSoon(event.currentTarget, OPEN_DELAY);
        },
        onPointerLeave: () => setSoon(null, CLOSE_DELAY),
        onFocus: (event) => {
          if (event.currentTarget.matches(':focus-visible')) setAnchor(event.currentTarget);
        },
        onBlur: close,
      })}
      {anchor && (
        <TopLayer>
          <TooltipBox
            id={id}
            anchor={anchor}
            onClose={close}
            onPointerEnter={() => setSoon(anchor, 0)}
            onPointerLeave={() => setSoon(null, CLOSE_DELAY)}
          >
            {content}
          </TooltipBox>
        </TopLayer>
      )}
    </>
  );
}

interface TooltipBoxProps {
  readonly id: string;
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  readonly children: ReactNode;
}

function TooltipBox({ anchor, onClose, ...props }: TooltipBoxProps) {
  const boxRef = useRef<HTMLDivElement>(null);

  useClientLayoutEffect(() => {
    if (boxRef.current) placeAbove(boxRef.current, anchor.getBoundingClientRect());
  }, [anchor]);

  useEffect(() => {
    const view = anchor.ownerDocument.defaultView;
    function handleKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Escape') return;
      onClose();
      // With the focus on its element the key was meant for the tooltip; under a mere hover it goes on.
      if (event.composedPath().includes(anchor)) event.stopPropagation();
    }
    view?.addEventListener('keydown', handleKeyDown, { capture: true });
    // The page scrolls by itself to what the keyboard has reached: the box follows, until its element is out of sight.
    function handleScroll() {
      const rect = anchor.getBoundingClientRect();
      const isSeen = rect.bottom > 0 && rect.top < (view?.innerHeight ?? 0);
      if (boxRef.current && isSeen) placeAbove(boxRef.current, rect);
      else onClose();
    }
    view?.addEventListener('scroll', handleScroll, { capture: true, passive: true });
    return () => {
      view?.removeEventListener('keydown', handleKeyDown, { capture: true });
      view?.removeEventListener('scroll', handleScroll, { capture: true });
    };
  }, [anchor, onClose]);

  return <div ref={boxRef} role="tooltip" className="sbc-tooltip" {...props} />;
}

const GAP = 6;
const EDGE = 8;

function placeAbove(box: HTMLElement, anchor: DOMRect) {
  const view = box.ownerDocument.documentElement;
  const { width, height } = box.getBoundingClientRect();
  const above = anchor.top - height - GAP;
  const middle = anchor.left + anchor.width / 2 - width / 2;
  box.style.top = `${above < EDGE ? anchor.bottom + GAP : above}px`;
  box.style.left = `${Math.max(EDGE, Math.min(middle, view.clientWidth - width - EDGE))}px`;
}
