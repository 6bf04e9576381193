'use client';
import clsx from 'clsx';
import { type ButtonHTMLAttributes, forwardRef, type KeyboardEvent, useId, useRef, useState } from 'react';
import { Bidi } from './Bidi.tsx';
import { EmptyListbox } from './EmptyListbox.tsx';
import { Icon } from './Icon.tsx';
import { ListOption } from './ListOption.tsx';
import { Popover } from './Popover.tsx';
import { useMergedRef } from './useMergedRef.ts';
import { useTypeAhead } from './useTypeAhead.ts';
import { WindowedList } from './WindowedList.tsx';

export interface SelectListOption {
  readonly id: string;
  readonly label: string;
  readonly color?: string | null | undefined;
  readonly disabled?: boolean | undefined;
}

export interface SelectListProps
  extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'value' | 'role' | 'aria-label' | 'children'> {
  readonly label: string;
  readonly options: readonly SelectListOption[];
  /** The ids that are picked. */
  readonly value: readonly string[];
  readonly onValueChange: (value: readonly string[]) => void;
  /** Several can be picked, and the list stays open. */
  readonly multiple?: boolean | undefined;
  /** Several that are picked, as one text. */
  readonly formatPicked?: ((labels: readonly string[]) => string) | undefined;
  /** Shown while nothing is picked. */
  readonly placeholder?: string | undefined;
  readonly emptyText?: string | undefined;
  readonly defaultOpen?: boolean | undefined;
}

const ROW_HEIGHT = 2.29;
/** Options that Page Up and Page Down pass. */
const PAGE = 10;

/** A select-only combobox: its button keeps the focus while the arrows move in the list. @selector [data-open] */
export const SelectList = forwardRef<HTMLButtonElement, SelectListProps>(function SelectList(
  {
    label,
    options,
    value,
    onValueChange,
    multiple = false,
    formatPicked = ([label = '']) => label,
    placeholder,
    emptyText,
    defaultOpen = false,
    className,
    onKeyDown,
    onClick,
    onBlur,
    ...props
  },
  ref,
) {
  const id = useId();
  const buttonRef = useRef<HTMLButtonElement | null>(null);
  const setButton = useMergedRef(buttonRef, ref);
  const [isOpen, setIsOpen] = useState(defaultOpen);
  const [active, setActive] = useState(() => (defaultOpen ? toFirst() : -1));
  const [follow, setFollow] = useState(true);
  const typeAhead = useTypeAhead(options);
  const hasColors = options.some(({ color }) => color);
  const picked = options.filter((option) => value.includes(option.id));

  function toFirst(): number {
    const index = options.findIndex((option) => value.includes(option.id));
    return index >= 0 ? index : nextEnabled(options, -1, 1);
  }

  function open(index = -1) {
    setActive(index >= 0 ? index : toFirst());
    setFollow(true);
    setIsOpen(true);
  }

  function pick(index: number) {
    const option = options[index];
    if (!option || option.disabled) return;
    if (!multiple) {
      setIsOpen(false);
      onValueChange([option.id]);
    } else if (value.includes(option.id)) onValueChange(value.filter((pickedId) => pickedId !== option.id));
    else onValueChange([...value, option.id]);
  }

  function move(index: number) {
    setFollow(true);
    setActive(index);
  }

  function handleKeyDown(event: KeyboardEvent<HTMLButtonElement>) {
    onKeyDown?.(event);
    if (event.ctrlKey || event.metaKey) return;
    const isHandled = isOpen ? handleOpenKey(event) : handleClosedKey(event);
    if (isHandled) event.preventDefault();
  }

  function handleClosedKey({ key }: KeyboardEvent): boolean {
    if (['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(key)) open();
    else if (key === 'Home') open(nextEnabled(options, -1, 1));
    else if (key === 'End') open(nextEnabled(options, options.length, -1));
    else if (isCharacter(key)) open(typeAhead.find(key, active));
    else return false;
    return true;
  }

  function handleOpenKey(event: KeyboardEvent): boolean {
    const { key, altKey } = event;
    if (key === 'Escape') {
      event.stopPropagation();
      setIsOpen(false);
    } else if (key === 'Enter' || (key === ' ' && !typeAhead.isTyping())) pick(active);
    else if (key === ' ') move(typeAhead.find(key, active));
    else if (key === 'ArrowUp' && altKey) setIsOpen(false);
    else if (key === 'ArrowDown') move(nextEnabled(options, active, 1));
    else if (key === 'ArrowUp') move(nextEnabled(options, active, -1));
    else if (key === 'Home') move(nextEnabled(options, -1, 1));
    else if (key === 'End') move(nextEnabled(options, options.length, -1));
    else if (key === 'PageDown') move(nearestEnabled(options, active + PAGE, -1));
    else if (key === 'PageUp') move(nearestEnabled(options, active - PAGE, 1));
    else if (isCharacter(key)) move(typeAhead.find(key, active));
    else return false;
    return true;
  }

  const listProps = { id: `${id}-list`, 'aria-label': label };
  return (
    <>
      <button
        type="button"
        {...props}
        ref={setButton}
        role="combobox"
        aria-label={label}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-list` : undefined}
        aria-activedescendant={isOpen && active >= 0 ? `${id}-${active}` : undefined}
        className={clsx('sbc-input sbc-select', className)}
        data-open={isOpen || undefined}
        data-placeholder={picked.length === 0 || undefined}
        onKeyDown={handleKeyDown}
        onClick={(event) => {
          onClick?.(event);
          if (isOpen) setIsOpen(false);
          else open();
        }}
        onBlur={(event) => {
          onBlur?.(event);
          const root = event.target.getRootNode() as Document | ShadowRoot;
          if (root.activeElement !== event.target) setIsOpen(false);
        }}
      >
        <span className="sbc-select-value">
          <Bidi>{formatPicked(picked.map((option) => option.label)) || placeholder}</Bidi>
        </span>
        <Icon name="chevron" className="sbc-select-icon" />
      </button>
      <Popover
        label={label}
        role="group"
        open={isOpen}
        anchorRef={buttonRef}
        matchWidth
        onMouseDown={(event) => event.preventDefault()}
      >
        {options.length === 0 ? (
          <EmptyListbox {...listProps}>{emptyText}</EmptyListbox>
        ) : (
          <WindowedList
            {...listProps}
            role="listbox"
            aria-multiselectable={multiple || undefined}
            className="sbc-listbox"
            count={options.length}
            rowHeight={ROW_HEIGHT}
            activeIndex={active}
            follow={follow}
          >
            {({ index, props: rowProps }) => {
              const option = options[index];
              if (!option) return null;
              return (
                <ListOption
                  key={option.id}
                  {...rowProps}
                  id={`${id}-${index}`}
                  aria-disabled={option.disabled || undefined}
                  label={option.label}
                  color={hasColors ? (option.color ?? null) : undefined}
                  selected={value.includes(option.id)}
                  highlighted={index === active}
                  onClick={() => pick(index)}
                  onPointerMove={() => {
                    setFollow(false);
                    setActive(index);
                  }}
                />
              );
            }}
          </WindowedList>
        )}
      </Popover>
    </>
  );
});

function isCharacter(key: string): boolean {
  return key.length === 1 && key !== ' ';
}

/** The next option that can be picked, or the one we are at. */
function nextEnabled(options: readonly SelectListOption[], from: number, step: 1 | -1): number {
  for (let index = from + step; index >= 0 && index < options.length; index += step) {
    if (!options[index]?.disabled) return index;
  }
  return from >= 0 && from < options.length ? from : -1;
}

/** The option there or at the end that is nearer, if it can be picked, else the next one in the direction of `step`. */
function nearestEnabled(options: readonly SelectListOption[], place: number, step: 1 | -1): number {
  const index = Math.max(0, Math.min(place, options.length - 1));
  return nextEnabled(options, index - step, step);
}
