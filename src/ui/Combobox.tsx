'use client';
import clsx from 'clsx';
import {
  type ChangeEvent,
  type FocusEvent,
  forwardRef,
  type InputHTMLAttributes,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import type { ComboboxListHandle, ComboboxListOptions } from './ComboboxList.tsx';
import { createLazy } from './createLazy.ts';
import { useAnnounce } from './LiveRegion.tsx';
import { useMergedRef } from './useMergedRef.ts';

export interface ComboboxProps
  extends ComboboxListOptions,
    Omit<
      InputHTMLAttributes<HTMLInputElement>,
      keyof ComboboxListOptions | 'value' | 'children' | 'role' | 'aria-label' | 'list'
    > {
  readonly onInputChange: (text: string) => void;
  /** Told politely while the list is open: how many there are to choose from. */
  readonly statusText?: string | undefined;
  /** Backspace where there is nothing to delete. */
  readonly onBackspaceEmpty?: (() => void) | undefined;
  /** The pointer or the focus came: the time to fetch what the list will show. */
  readonly onIntent?: (() => void) | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
  /** Shown in place of the list where its code could not be fetched. It is tried again by itself. */
  readonly failedText?: string | undefined;
  /** What the list stands under, and is as wide as. Default: the field. */
  readonly anchorRef?: RefObject<HTMLElement | null> | undefined;
}

const comboboxList = createLazy(() => import('./ComboboxList.tsx').then((module) => module.ComboboxList));

/**
 * A text field with a list of which several can be picked. The input is light and there from the first paint;
 * the list comes when somebody means to use it, and never replaces the input.
 * @selector [data-open]
 */
export const Combobox = forwardRef<HTMLInputElement, ComboboxProps>(function Combobox(
  {
    label,
    inputValue,
    onInputChange,
    options,
    pickedIds,
    disabledIds,
    onToggle,
    multiple,
    createOption,
    loading,
    loadingText,
    emptyText,
    renderOption,
    statusText,
    onBackspaceEmpty,
    onIntent,
    onOpenChange,
    failedText,
    anchorRef,
    className,
    onPointerEnter,
    onFocus,
    onBlur,
    onMouseDown,
    onClick,
    onKeyDown,
    onChange,
    ...props
  },
  ref,
) {
  const id = useId();
  const listId = `${id}-list`;
  const inputRef = useRef<HTMLInputElement | null>(null);
  const setInput = useMergedRef(inputRef, ref);
  const frameRef = useRef<HTMLDivElement>(null);
  const handle = useRef<ComboboxListHandle>(null);
  const [isOpen, setIsOpen] = useState(false);
  const List = comboboxList.useLoaded();
  const isFailed = comboboxList.useFailed();

  const setOpen = useCallback(
    (open: boolean) => {
      if (open) comboboxList.load();
      setIsOpen(open);
      onOpenChange?.(open);
    },
    [onOpenChange],
  );

  function prepare() {
    comboboxList.load();
    onIntent?.();
  }

  function openByPointer() {
    if (!isOpen && !props.readOnly) setOpen(true);
  }

  function handleChange(event: ChangeEvent<HTMLInputElement>) {
    onChange?.(event);
    onInputChange(event.target.value);
    if (!isOpen) setOpen(true);
  }

  function handleBlur(event: FocusEvent<HTMLInputElement>) {
    onBlur?.(event);
    // Another window came forward: the list is still open when the operator is back.
    const root = event.target.getRootNode() as Document | ShadowRoot;
    if (isOpen && root.activeElement !== event.target) setOpen(false);
  }

  function handleKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    onKeyDown?.(event);
    const { isComposing, keyCode } = event.nativeEvent;
    if (isComposing || keyCode === 229) return;
    switch (event.key) {
      case 'Escape':
        return handleEscape(event);
      case 'Backspace':
        if (inputValue === '' && !event.repeat) onBackspaceEmpty?.();
        return;
      case 'ArrowDown':
      case 'ArrowUp':
        if (!handle.current && !event.defaultPrevented) {
          event.preventDefault();
          return setOpen(true);
        }
    }
    if (!event.shiftKey && !event.ctrlKey && !event.metaKey) handle.current?.onKeyDown(event);
  }

  /** Closes the list, then clears the text, and only then is the host's. */
  function handleEscape(event: KeyboardEvent<HTMLInputElement>) {
    if (!isOpen && inputValue === '') return;
    event.preventDefault();
    event.stopPropagation();
    if (isOpen) setOpen(false);
    else onInputChange('');
  }

  const announce = useAnnounce();
  useEffect(() => {
    if (isOpen && statusText) announce(statusText, listId);
  }, [isOpen, statusText, announce, listId]);

  return (
    <div ref={frameRef} className={clsx('sbc-combobox', className)} data-open={isOpen || undefined}>
      <input
        type="text"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        dir="auto"
        {...props}
        ref={setInput}
        role="combobox"
        className="sbc-combobox-input"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen && List ? listId : undefined}
        value={inputValue}
        onPointerEnter={(event) => {
          onPointerEnter?.(event);
          prepare();
        }}
        onFocus={(event) => {
          onFocus?.(event);
          prepare();
        }}
        onMouseDown={(event) => {
          onMouseDown?.(event);
          // With the press: an editor above that it closes may move the field away from under the release.
          if (event.button === 0) openByPointer();
        }}
        onClick={(event) => {
          onClick?.(event);
          openByPointer();
        }}
        onBlur={handleBlur}
        onKeyDown={handleKeyDown}
        onChange={handleChange}
      />
      {isOpen && isFailed && failedText && (
        <p role="status" className="sbc-field-hint">
          {failedText}
        </p>
      )}
      {List && (
        <List
          ref={handle}
          id={id}
          listId={listId}
          inputRef={inputRef}
          anchorRef={anchorRef ?? frameRef}
          isOpen={isOpen}
          onOpenChange={setOpen}
          label={label}
          inputValue={inputValue}
          options={options}
          pickedIds={pickedIds}
          disabledIds={disabledIds}
          onToggle={onToggle}
          multiple={multiple}
          createOption={createOption}
          loading={loading}
          loadingText={loadingText}
          emptyText={emptyText}
          renderOption={renderOption}
        />
      )}
    </div>
  );
});
