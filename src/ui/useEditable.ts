'use client';
import {
  type FocusEvent,
  type HTMLAttributes,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { focusFirst } from './focusFirst.ts';
import { useClientLayoutEffect } from './useClientLayoutEffect.ts';

/** How an editor was left. */
export type SubmitHow = 'enter' | 'tab' | 'outside';

export interface EditableOptions {
  readonly isEditing: boolean;
  /** The pencil, F2 or a double-click. */
  readonly onEdit: () => void;
  /** Once for each way out, also when nothing was changed. Stay `isEditing` where the text cannot be taken. */
  readonly onSubmit: (how: SubmitHow) => void;
  /** Escape. */
  readonly onCancel: () => void;
  /** Enter is a new line and Ctrl or ⌘ with Enter commits. A textarea is known by itself. */
  readonly multiline?: boolean | undefined;
  /** Takes the focus whenever the editor appears. Without it only when the reader opened it, or was there. */
  readonly autoFocus?: boolean | undefined;
}

/** The rules of editing in place: who commits, what cancels, and where the focus goes. */
export function useEditable(frameRef: RefObject<HTMLElement | null>, options: EditableOptions) {
  const { isEditing, autoFocus = false } = options;
  const latest = useRef(options);
  const editorRef = useRef<HTMLDivElement>(null);
  const pencilRef = useRef<HTMLButtonElement>(null);
  const [inside] = useState(() => new Set<Element>());
  const hasFocus = useRef(false);
  // A way out was taken, and nothing has happened in the editor since: what follows is its echo.
  const isLeft = useRef(false);
  const how = useRef<SubmitHow | 'tabbing' | null>(null);
  const openedHere = useRef(false);

  useClientLayoutEffect(() => {
    latest.current = options;
  });

  const submit = useCallback((reason: SubmitHow) => {
    if (isLeft.current) return;
    isLeft.current = true;
    how.current = reason;
    latest.current.onSubmit(reason);
  }, []);

  const edit = useCallback(() => {
    openedHere.current = true;
    latest.current.onEdit();
  }, []);

  const contains = useCallback(
    (event: Event) =>
      event.composedPath().some((node) => node === frameRef.current || inside.has(node as Element)),
    [frameRef, inside],
  );

  const wasEditing = useRef(false);
  useClientLayoutEffect(() => {
    if (wasEditing.current === isEditing) return;
    wasEditing.current = isEditing;
    const mayFocus = openedHere.current || autoFocus || hasFocus.current;
    const lastWay = how.current;
    openedHere.current = false;
    isLeft.current = false;
    how.current = null;
    if (isEditing) return mayFocus && editorRef.current ? focusFirst(editorRef.current) : undefined;
    // Tab and clicks went somewhere; anything else would leave the reader on nothing.
    if (hasFocus.current && lastWay !== 'tab' && lastWay !== 'outside') pencilRef.current?.focus();
    hasFocus.current = pencilRef.current !== null && isFocused(pencilRef.current);
    return undefined;
  }, [isEditing, autoFocus]);

  useEffect(() => {
    if (!isEditing) return;
    const view = frameRef.current?.ownerDocument;
    // Captured, because the host may stop it; and before the click that it becomes switches the conversation.
    function handlePointerDown(event: PointerEvent) {
      // One that nobody is in, such as a draft found open again, is not left by a click.
      if (hasFocus.current && !contains(event)) submit('outside');
    }
    view?.addEventListener('pointerdown', handlePointerDown, { capture: true });
    return () => view?.removeEventListener('pointerdown', handlePointerDown, { capture: true });
  }, [isEditing, frameRef, contains, submit]);

  function handleKeyDown(event: KeyboardEvent<HTMLElement>, canEdit: boolean) {
    if (event.defaultPrevented || isComposing(event)) return;
    if (!isEditing) {
      // The Enter that committed is still held down, and the pencil has the focus now.
      if (event.key === 'Enter' && event.repeat) event.preventDefault();
      if (event.key !== 'F2' || !canEdit) return;
      event.preventDefault();
      edit();
      return;
    }
    if (event.repeat) return;
    how.current = null;
    isLeft.current = false;
    if (event.key === 'Escape') {
      // Used here: it must not close the host's chat.
      event.stopPropagation();
      event.preventDefault();
      isLeft.current = true;
      latest.current.onCancel();
    } else if (event.key === 'Enter' && commits(event, latest.current.multiline)) {
      event.preventDefault();
      submit('enter');
    } else if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) {
      how.current = 'tabbing';
    }
  }

  function handleFocus() {
    hasFocus.current = true;
    isLeft.current = false;
    how.current = null;
  }

  function handleBlur(event: FocusEvent<HTMLElement>) {
    const { target, relatedTarget } = event;
    const frame = frameRef.current;
    const isStillHere =
      relatedTarget !== null &&
      (frame?.contains(relatedTarget) || [...inside].some((layer) => layer.contains(relatedTarget)));
    // The window or the tab was left, not the editor.
    if (isStillHere || isFocused(target)) return;
    hasFocus.current = false;
    if (isEditing && frame?.isConnected) submit(how.current === 'tabbing' ? 'tab' : 'outside');
  }

  /** The frame's own handlers, after those of its props. */
  function frameProps(
    props: HTMLAttributes<HTMLDivElement>,
    canEdit: boolean,
  ): HTMLAttributes<HTMLDivElement> {
    return {
      onKeyDown(event) {
        props.onKeyDown?.(event);
        handleKeyDown(event, canEdit);
      },
      onFocus(event) {
        props.onFocus?.(event);
        handleFocus();
      },
      onBlur(event) {
        props.onBlur?.(event);
        handleBlur(event);
      },
      onInput(event) {
        props.onInput?.(event);
        isLeft.current = false;
      },
    };
  }

  return { edit, editorRef, pencilRef, inside, frameProps };
}

function isComposing({ nativeEvent }: KeyboardEvent<HTMLElement>): boolean {
  // Safari ends the composition before the key goes down; only its old code tells.
  return nativeEvent.isComposing || nativeEvent.keyCode === 229;
}

/** Whether this Enter means "done": not in a button or a link, which it presses, nor a new line of a longer text. */
function commits(event: KeyboardEvent<HTMLElement>, multiline = false): boolean {
  const target = event.target as Element;
  if (target.closest('button:not([role=switch]), a[href], summary')) return false;
  if (multiline || target.tagName === 'TEXTAREA') return event.ctrlKey || event.metaKey;
  return !event.shiftKey && !event.altKey;
}

function isFocused(element: Element): boolean {
  // A card in a shadow root has its own active element.
  return (element.getRootNode() as Document | ShadowRoot).activeElement === element;
}
