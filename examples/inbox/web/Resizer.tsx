import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

export interface ResizerProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  onChange(value: number): void;
}

/** The edge before a column at the inline end: drawn by pointer, moved by arrow keys. */
export function Resizer({ label, value, min, max, onChange }: ResizerProps) {
  const grip = useRef<{ x: number; value: number } | null>(null);
  const set = (next: number) => onChange(Math.round(Math.min(max, Math.max(min, next))));

  function drag(event: PointerEvent<HTMLElement>) {
    if (grip.current)
      set(grip.current.value + (grip.current.x - event.clientX) * toSign(event.currentTarget));
  }

  function move(event: KeyboardEvent<HTMLElement>) {
    const sign = toSign(event.currentTarget);
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: value + 16 * sign,
      ArrowRight: value - 16 * sign,
      Home: min,
      End: max,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    set(next);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule that can be moved is a separator with a value
    <div
      className="resizer"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      onKeyDown={move}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { x: event.clientX, value };
      }}
      onPointerMove={drag}
      onPointerUp={() => {
        grip.current = null;
      }}
      onPointerCancel={() => {
        grip.current = null;
      }}
    />
  );
}

/** Towards which side the column grows. */
function toSign(element: Element): 1 | -1 {
  return getComputedStyle(element).direction === 'rtl' ? -1 : 1;
}
