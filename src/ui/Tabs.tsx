'use client';
import clsx from 'clsx';
import { forwardRef, type HTMLAttributes, type KeyboardEvent, type ReactNode, useId } from 'react';

export interface Tab {
  readonly id: string;
  readonly label: string;
  /** Beside the label, and not part of the name. */
  readonly count?: number | string | null | undefined;
}

export interface TabsProps extends HTMLAttributes<HTMLDivElement> {
  /** The accessible name of the row of tabs. */
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** The id of the open tab. */
  readonly value: string;
  readonly onValueChange: (id: string) => void;
  /** The pointer or the focus came to a tab: the time to fetch what it will show. */
  readonly onIntent?: ((id: string) => void) | undefined;
  /** Tools at the end of the row of tabs. */
  readonly actions?: ReactNode;
  /** The panel of the open tab. */
  readonly children?: ReactNode;
}

/** WAI-ARIA tabs that open as the arrows move. @selector [role=tab][aria-selected] */
export const Tabs = forwardRef<HTMLDivElement, TabsProps>(function Tabs(
  { label, tabs, value, onValueChange, onIntent, actions, className, children, ...props },
  ref,
) {
  const id = useId();

  function handleKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const current = tabs.findIndex((tab) => tab.id === value);
    const next = tabs[toIndex(event, current, tabs.length)];
    if (!next || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onValueChange(next.id);
    event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')[tabs.indexOf(next)]?.focus();
  }

  return (
    <div ref={ref} className={clsx('sbc-tabs', className)} {...props}>
      <div role="tablist" aria-label={label} className="sbc-tab-list" onKeyDown={handleKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-tab-${tabs.indexOf(tab)}`}
            aria-selected={tab.id === value}
            aria-controls={tab.id === value ? `${id}-panel` : undefined}
            tabIndex={tab.id === value ? 0 : -1}
            className="sbc-tab"
            onPointerEnter={() => onIntent?.(tab.id)}
            onFocus={() => onIntent?.(tab.id)}
            onClick={() => onValueChange(tab.id)}
          >
            {tab.label}
            {tab.count !== undefined && tab.count !== null && (
              <span aria-hidden="true" className="sbc-tab-count">
                {tab.count}
              </span>
            )}
          </button>
        ))}
      </div>
      {actions}
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-tab-${tabs.findIndex((tab) => tab.id === value)}`}
        className="sbc-tab-panel"
      >
        {children}
      </div>
    </div>
  );
});

/** The tab that a key leads to, or -1. The arrows follow the direction of the text. */
function toIndex(event: KeyboardEvent<HTMLElement>, current: number, count: number): number {
  const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
  const step = isRightToLeft ? -1 : 1;
  switch (event.key) {
    case 'ArrowRight':
      return (current + step + count) % count;
    case 'ArrowLeft':
      return (current - step + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}
