import clsx from 'clsx';
import { forwardRef, type HTMLAttributes, type ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { Swatch } from './Swatch.tsx';
import { Truncate } from './Truncate.tsx';

export interface ListOptionProps extends Omit<HTMLAttributes<HTMLDivElement>, 'color'> {
  readonly label: string;
  /** `null` keeps the place of a colour. */
  readonly color?: string | null | undefined;
  readonly icon?: IconName | undefined;
  /** After the label. */
  readonly group?: string | undefined;
  readonly selected: boolean;
  readonly highlighted: boolean;
  /** Instead of the label. */
  readonly children?: ReactNode;
}

/** A row of a listbox. @selector [aria-selected] [data-highlighted] */
export const ListOption = forwardRef<HTMLDivElement, ListOptionProps>(function ListOption(
  { label, color, icon, group, selected, highlighted, className, children, ...props },
  ref,
) {
  return (
    <div
      ref={ref}
      tabIndex={-1}
      {...props}
      role="option"
      aria-selected={selected}
      className={clsx('sbc-option', className)}
      data-highlighted={highlighted || undefined}
    >
      {icon && <Icon name={icon} />}
      {color !== undefined && <Swatch color={color} />}
      {children ?? <Truncate className="sbc-option-label">{label}</Truncate>}
      {group && (
        <Truncate className="sbc-option-group" aria-hidden="true">
          {group}
        </Truncate>
      )}
    </div>
  );
});
