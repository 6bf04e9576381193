'use client';
import { type AnchorHTMLAttributes, forwardRef, type MouseEvent } from 'react';
import { safeUrl } from '../model/safeUrl.ts';
import { useUi } from './UiContext.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export interface SafeLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'target'> {
  /** Drawn as plain text unless it is an absolute http, https, mailto or tel address. */
  readonly href?: string | null | undefined;
  /** What a screen reader hears after the text of a link that leaves the page. */
  readonly opensInNewTab?: string | undefined;
}

/** The only way out of the card. */
export const SafeLink = forwardRef<HTMLAnchorElement, SafeLinkProps>(function SafeLink(
  { href, opensInNewTab, className, children, onClick, ...props },
  ref,
) {
  const { onNavigate } = useUi();
  const url = safeUrl(href);
  if (url === null) {
    return (
      <span id={props.id} className={className} title={props.title}>
        {children}
      </span>
    );
  }
  const isPage = url.startsWith('http');

  function handleClick(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event);
    if (isPage && url !== null && !event.defaultPrevented) onNavigate?.(url, event);
  }

  return (
    <a
      {...props}
      ref={ref}
      rel="noopener noreferrer"
      referrerPolicy="no-referrer"
      href={url}
      target={isPage ? '_blank' : undefined}
      className={className}
      onClick={handleClick}
    >
      {children}
      {isPage && opensInNewTab && <VisuallyHidden> {opensInNewTab}</VisuallyHidden>}
    </a>
  );
});
