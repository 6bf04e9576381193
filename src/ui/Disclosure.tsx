'use client';
import clsx from 'clsx';
import { forwardRef, type HTMLAttributes, type ReactNode, useId, useState } from 'react';
import { Icon } from './Icon.tsx';

export interface DisclosureProps extends Omit<HTMLAttributes<HTMLElement>, 'title'> {
  readonly title: ReactNode;
  /** Default 3. */
  readonly headingLevel?: 2 | 3 | 4 | 5 | 6 | undefined;
  readonly open?: boolean | undefined;
  /** Default true. */
  readonly defaultOpen?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
  /** Beside the title, and not part of the name. */
  readonly count?: ReactNode;
  /** Tools at the end of the heading. */
  readonly actions?: ReactNode;
}

/** A section that folds, its button inside its heading. @selector [data-open] */
export const Disclosure = forwardRef<HTMLElement, DisclosureProps>(function Disclosure(
  {
    title,
    headingLevel = 3,
    open,
    defaultOpen = true,
    onOpenChange,
    count,
    actions,
    className,
    children,
    ...props
  },
  ref,
) {
  const id = useId();
  const [ownOpen, setOwnOpen] = useState(defaultOpen);
  const isOpen = open ?? ownOpen;
  const Heading = `h${headingLevel}` as const;

  function toggle() {
    setOwnOpen(!isOpen);
    onOpenChange?.(!isOpen);
  }

  return (
    <section
      ref={ref}
      aria-labelledby={`${id}-button`}
      className={clsx('sbc-section', className)}
      data-open={isOpen || undefined}
      {...props}
    >
      <header className="sbc-section-header">
        <Heading className="sbc-section-title">
          <button
            type="button"
            id={`${id}-button`}
            aria-expanded={isOpen}
            aria-controls={isOpen ? `${id}-body` : undefined}
            className="sbc-disclosure"
            onClick={toggle}
          >
            {title}
            {count !== undefined && count !== null && (
              <span aria-hidden="true" className="sbc-section-count">
                {count}
              </span>
            )}
            <Icon name="chevron" className="sbc-disclosure-icon" />
          </button>
        </Heading>
        {actions}
      </header>
      {isOpen && (
        <div id={`${id}-body`} className="sbc-section-body">
          {children}
        </div>
      )}
    </section>
  );
});
