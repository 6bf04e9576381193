import clsx from 'clsx';
import { forwardRef, type HTMLAttributes, type ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

export type NoticeTone = 'info' | 'warning' | 'danger' | 'success';

export interface NoticeProps extends HTMLAttributes<HTMLDivElement> {
  /** Default `info`. */
  readonly tone?: NoticeTone | undefined;
  /** Buttons after the text. */
  readonly actions?: ReactNode;
}

const icons: Record<NoticeTone, IconName> = {
  info: 'info',
  warning: 'warning',
  danger: 'warning',
  success: 'check',
};

/** Something to know about the whole card or section. @selector [data-tone] */
export const Notice = forwardRef<HTMLDivElement, NoticeProps>(function Notice(
  { tone = 'info', actions, className, children, ...props },
  ref,
) {
  return (
    <div ref={ref} className={clsx('sbc-notice', className)} data-tone={tone} {...props}>
      <Icon name={icons[tone]} />
      <div className="sbc-notice-text">{children}</div>
      {actions && <div className="sbc-notice-actions">{actions}</div>}
    </div>
  );
});
