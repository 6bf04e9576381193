'use client';
import { type UseComboboxState, type UseComboboxStateChangeOptions, useCombobox } from 'downshift';
import {
  forwardRef,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefCallback,
  type RefObject,
  useImperativeHandle,
  useMemo,
  useState,
} from 'react';
import { EmptyListbox } from './EmptyListbox.tsx';
import { ListOption } from './ListOption.tsx';
import { Popover } from './Popover.tsx';
import { Spinner } from './Spinner.tsx';
import { useClientLayoutEffect } from './useClientLayoutEffect.ts';
import { useHighlight } from './useHighlight.ts';
import { WindowedList } from './WindowedList.tsx';

export interface ComboboxOption {
  readonly id: string;
  readonly name: string;
  readonly color?: string | null | undefined;
  /** Said after the name. */
  readonly group?: string | undefined;
}

/** What the list shows and tells. */
export interface ComboboxListOptions {
  /** The accessible name of the input and of its list. */
  readonly label: string;
  readonly inputValue: string;
  /** Already those that match the text. */
  readonly options: readonly ComboboxOption[];
  /** The ids of those that are picked. */
  readonly pickedIds?: ReadonlySet<string> | undefined;
  /** The ids of those that can be neither picked nor unpicked. */
  readonly disabledIds?: ReadonlySet<string> | undefined;
  /** Picked or unpicked. */
  readonly onToggle: (id: string) => void;
  /** Default true: the list stays open. With `false` picking one closes it. */
  readonly multiple?: boolean | undefined;
  /** After the options: makes a new one of the text. */
  readonly createOption?: { readonly label: string; readonly onCreate: () => void } | null | undefined;
  readonly loading?: boolean | undefined;
  readonly loadingText?: ReactNode;
  readonly emptyText?: ReactNode;
  readonly renderOption?: ((option: ComboboxOption) => ReactNode) | undefined;
}

export interface ComboboxListHandle {
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

interface ComboboxListProps extends ComboboxListOptions {
  readonly id: string;
  readonly listId: string;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** What the list stands under, and is as wide as. */
  readonly anchorRef: RefObject<HTMLElement | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

type State = UseComboboxState<ComboboxOption>;

const ROW_HEIGHT = 2.29;
const NONE: ReadonlySet<string> = new Set();
const CREATE = '\u0000create';
const { stateChangeTypes } = useCombobox;

/** The list of a combobox, which `Combobox` fetches. */
export const ComboboxList = forwardRef<ComboboxListHandle, ComboboxListProps>(function ComboboxList(
  {
    id,
    listId,
    inputRef,
    anchorRef,
    isOpen,
    onOpenChange,
    label,
    inputValue,
    options,
    pickedIds = NONE,
    disabledIds = NONE,
    onToggle,
    multiple = true,
    createOption,
    loading = false,
    loadingText,
    emptyText,
    renderOption,
  },
  ref,
) {
  const createLabel = createOption?.label;
  const items = useMemo(
    () => (createLabel === undefined ? [...options] : [...options, { id: CREATE, name: createLabel }]),
    [options, createLabel],
  );
  const hasColors = useMemo(() => options.some(({ color }) => color), [options]);
  const [follow, setFollow] = useState(true);
  // Also asked about a row that a shorter list no longer has.
  const isDisabled = (item: ComboboxOption | undefined) => item !== undefined && disabledIds.has(item.id);

  const { highlightedIndex, setHighlightedIndex, getInputProps, getMenuProps, getItemProps } = useCombobox({
    id,
    menuId: listId,
    getItemId: (index) => `${id}-option-${index}`,
    items,
    itemToString: toText,
    isItemDisabled: isDisabled,
    isOpen,
    inputValue,
    selectedItem: null,
    stateReducer,
    scrollIntoView: doNothing,
    onIsOpenChange: (change) => onOpenChange(change.isOpen),
  });

  // Told here, once for each press: Downshift tells of a choice in an effect, which may run twice or too late.
  function pick(item: ComboboxOption | undefined) {
    if (!item || isDisabled(item)) return;
    if (item.id === CREATE) createOption?.onCreate();
    else onToggle(item.id);
    if (!multiple) onOpenChange(false);
  }

  // The text is set by the input's own change, and leaving is judged there too: Downshift hears keys alone.
  const { ref: setInput, onKeyDown } = getInputProps<{ ref: RefCallback<HTMLInputElement> }>(
    { ref: doNothing },
    { suppressRefError: true },
  );
  useImperativeHandle(ref, () => ({
    onKeyDown(event) {
      setFollow(true);
      const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
      if (isOpen ? event.key !== 'Enter' : !isArrow) return onKeyDown?.(event);
      event.preventDefault();
      if (isOpen) return pick(items[highlightedIndex]);
      // Here too: Downshift would open in an effect, and miss the key that follows at once.
      onOpenChange(true);
      if (event.altKey) return;
      const isEnabled = (item: ComboboxOption) => !isDisabled(item);
      setHighlightedIndex(
        event.key === 'ArrowDown' ? items.findIndex(isEnabled) : items.findLastIndex(isEnabled),
      );
    },
  }));
  useClientLayoutEffect(() => {
    setInput(inputRef.current);
  });

  useHighlight(items, { isDisabled, isOpen, inputValue, loading, highlightedIndex, setHighlightedIndex });
  useClientLayoutEffect(() => {
    // Written to the input that is not drawn here: a state above would draw the whole list a second time.
    const input = inputRef.current;
    if (isOpen && highlightedIndex >= 0) {
      input?.setAttribute('aria-activedescendant', `${id}-option-${highlightedIndex}`);
    } else input?.removeAttribute('aria-activedescendant');
  });

  const listProps = {
    ...getMenuProps({ 'aria-label': label }, { suppressRefError: true }),
    'aria-multiselectable': multiple || undefined,
    'aria-busy': loading || undefined,
  };
  return (
    <Popover
      label={label}
      role="group"
      open={isOpen}
      anchorRef={anchorRef}
      className="sbc-combobox-list"
      onMouseDown={keepFocus}
    >
      {items.length === 0 ? (
        <EmptyListbox {...listProps}>
          {loading && <Spinner />}
          {loading ? loadingText : emptyText}
        </EmptyListbox>
      ) : (
        <WindowedList
          {...listProps}
          className="sbc-listbox"
          count={items.length}
          rowHeight={ROW_HEIGHT}
          activeIndex={highlightedIndex}
          follow={follow}
        >
          {({ index, props }) => {
            const item = items[index];
            if (!item) return null;
            const isCreate = item.id === CREATE;
            return (
              <ListOption
                key={item.id}
                {...getItemProps({ item, index, onMouseMove: () => setFollow(false) })}
                onClick={() => pick(item)}
                {...props}
                label={item.name}
                color={isCreate || renderOption || !hasColors ? undefined : (item.color ?? null)}
                icon={isCreate ? 'plus' : undefined}
                group={item.group}
                selected={pickedIds.has(item.id)}
                highlighted={index === highlightedIndex}
              >
                {isCreate ? undefined : renderOption?.(item)}
              </ListOption>
            );
          }}
        </WindowedList>
      )}
    </Popover>
  );
});

/** Leaving, and Alt with an arrow, pick nothing. */
function stateReducer(
  state: State,
  { type, altKey, changes }: UseComboboxStateChangeOptions<ComboboxOption>,
): Partial<State> {
  switch (type) {
    case stateChangeTypes.InputBlur:
      return state;
    case stateChangeTypes.InputKeyDownArrowUp:
      return altKey ? { ...state, isOpen: false } : changes;
    default:
      return changes;
  }
}

function toText(item: ComboboxOption | null): string {
  return item?.name ?? '';
}

function keepFocus(event: MouseEvent) {
  event.preventDefault();
}

function doNothing() {}
