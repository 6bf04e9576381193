'use client';
import clsx from 'clsx';
import { forwardRef, type HTMLAttributes, type MouseEvent, type ReactNode, useRef } from 'react';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { InsideContext } from './InsideContext.ts';
import { placeTools } from './placeTools.ts';
import { Tooltip } from './Tooltip.tsx';
import { type EditableOptions, useEditable } from './useEditable.ts';
import { useMergedRef } from './useMergedRef.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export interface EditableProps
  extends EditableOptions,
    Omit<HTMLAttributes<HTMLDivElement>, 'onSubmit' | 'children' | 'autoFocus'> {
  /** The term before the value. With it the frame is a row of a description list: `dt` and `dd`. */
  readonly label?: ReactNode;
  readonly renderPreview: () => ReactNode;
  readonly renderEditor: () => ReactNode;
  /** The accessible name of the pencil. */
  readonly editLabel: string;
  /** Without it there is no pencil. Default true. */
  readonly canEdit?: boolean | undefined;
  /** Why it cannot be edited; a lock says it. */
  readonly readOnlyReason?: string | null | undefined;
  /** Other tools, before the pencil. */
  readonly tools?: ReactNode;
  /** An error, a conflict, a hint: under the value or its editor, and part of the frame. */
  readonly note?: ReactNode;
}

/**
 * The frame of editing in place: a preview with a pencil, or an editor that stands exactly there. The tools have
 * `data-place="end|start"`: after the last line of the value, or before it where it reaches to the end.
 * @selector [data-editing] [data-readonly]
 */
export const Editable = forwardRef<HTMLDivElement, EditableProps>(function Editable(
  {
    isEditing,
    onEdit,
    onSubmit,
    onCancel,
    multiline,
    autoFocus,
    label,
    renderPreview,
    renderEditor,
    editLabel,
    canEdit = true,
    readOnlyReason,
    tools,
    note,
    className,
    ...props
  },
  ref,
) {
  const frameRef = useRef<HTMLDivElement | null>(null);
  const setFrame = useMergedRef(frameRef, ref);
  const previewRef = useRef<HTMLDivElement>(null);
  const toolsRef = useRef<HTMLDivElement>(null);
  const isReadOnly = readOnlyReason !== undefined && readOnlyReason !== null;
  const hasPencil = canEdit && !isReadOnly;
  const hasTools = hasPencil || isReadOnly || Boolean(tools);
  const Body = label === undefined ? 'div' : 'dd';
  const { edit, editorRef, pencilRef, inside, frameProps } = useEditable(frameRef, {
    isEditing,
    onEdit,
    onSubmit,
    onCancel,
    multiline,
    autoFocus,
  });

  function handleDoubleClick(event: MouseEvent<HTMLDivElement>) {
    props.onDoubleClick?.(event);
    if (hasPencil && !isEditing && !event.defaultPrevented && !isInteractive(event.target)) edit();
  }

  function comeNear() {
    if (toolsRef.current && previewRef.current) placeTools(toolsRef.current, previewRef.current);
  }

  const framed = frameProps(props, hasPencil);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut to the pencil, which is a button
    <div
      {...props}
      {...framed}
      onPointerEnter={(event) => {
        props.onPointerEnter?.(event);
        comeNear();
      }}
      onFocus={(event) => {
        framed.onFocus?.(event);
        comeNear();
      }}
      ref={setFrame}
      className={clsx('sbc-editable', className)}
      data-editing={isEditing || undefined}
      data-readonly={isReadOnly || undefined}
      onDoubleClick={handleDoubleClick}
    >
      <InsideContext.Provider value={inside}>
        {label !== undefined && <dt className="sbc-row-label">{label}</dt>}
        <Body className="sbc-row-value">
          {isEditing ? (
            <div ref={editorRef} className="sbc-editable-editor">
              {renderEditor()}
            </div>
          ) : (
            <div ref={previewRef} className="sbc-editable-preview">
              {renderPreview()}
            </div>
          )}
          {!isEditing && hasTools && (
            <div ref={toolsRef} className="sbc-row-tools">
              {tools}
              {hasPencil && <IconButton ref={pencilRef} label={editLabel} icon="pencil" onClick={edit} />}
              {isReadOnly && <Lock reason={readOnlyReason} />}
            </div>
          )}
          {note && <div className="sbc-row-note">{note}</div>}
        </Body>
      </InsideContext.Provider>
    </div>
  );
});

function isInteractive(target: EventTarget): boolean {
  return (target as Element).closest('button, a, input, select, textarea') !== null;
}

function Lock({ reason }: { readonly reason: string }) {
  if (reason === '') return <Icon name="lock" className="sbc-lock" />;
  return (
    <Tooltip content={reason}>
      {(trigger) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the reason must be reachable by keyboard
        <span {...trigger} className="sbc-lock" tabIndex={0}>
          <Icon name="lock" />
          <VisuallyHidden>{reason}</VisuallyHidden>
        </span>
      )}
    </Tooltip>
  );
}
