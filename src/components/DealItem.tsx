'use client';
import clsx from 'clsx';
import { type MouseEvent, memo, useId, useRef } from 'react';
import { useDeal } from '../hooks/useDeal.ts';
import type { DealsState } from '../hooks/useDeals.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { useParts } from '../hooks/useParts.ts';
import { isBlankName, plainText } from '../i18n/format.ts';
import { safeUrl } from '../model/safeUrl.ts';
import { createLazy } from '../ui/createLazy.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { InsideContext } from '../ui/InsideContext.ts';
import { SafeLink } from '../ui/SafeLink.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { type SubmitHow, useEditable } from '../ui/useEditable.ts';
import { useFocusHandover } from '../ui/useFocusHandover.ts';
import { DealSummary } from './DealSummary.tsx';
import { focusProblem } from './focusProblem.ts';
import { LazyPart } from './LazyPart.tsx';
import { ReadOnlyNote } from './ReadOnlyNote.tsx';
import { SaveNote } from './SaveNote.tsx';
import { useIsNews } from './useIsNews.ts';
import { useSaveNews } from './useSaveNews.ts';

export interface DealItemProps {
  readonly facts: DealsState['deals'][number];
  /** The list says already that nothing can be edited. */
  readonly isListReadOnly: boolean;
}

const dealNews = createLazy(() => import('./DealNews.tsx').then((module) => module.DealNews));
const dealEditor = createLazy(() => import('./DealEditor.tsx').then((module) => module.DealEditor));

/**
 * One deal of a list; its step, name and value are edited in place as one group.
 * @selector [data-status="open|won|lost"] [data-editing] [data-pending] [data-failed] [data-conflict] [data-changed]
 */
export const DealItem = memo(function DealItem({ facts, isListReadOnly }: DealItemProps) {
  const state = useDeal(facts);
  const { deal, form, status, canEdit, readOnly } = state;
  const { messages, dir } = useLocale();
  const { classNames } = useParts();
  const nameId = useId();
  const frameRef = useRef<HTMLElement>(null);
  useFocusHandover(frameRef);
  const { edit, editorRef, pencilRef, inside, frameProps } = useEditable(frameRef, {
    isEditing: form.isOpen,
    onEdit: form.open,
    onSubmit: submit,
    onCancel: form.cancel,
  });

  function submit(how: SubmitHow) {
    const result = form.submit();
    // The problems are drawn with the next frame.
    if (how === 'enter')
      requestAnimationFrame(() => frameRef.current && focusProblem(frameRef.current, result));
  }

  function handleDoubleClick({ target }: MouseEvent) {
    const isControl = (target as Element).closest('button, a, input, select') !== null;
    if (canEdit && !form.isOpen && !isControl) edit();
  }

  const problems = Object.values(form.problems);
  useSaveNews(deal.name, {
    status,
    error: state.error,
    problem: problems.find((problem) => problem !== undefined),
    conflict: state.conflicts[0] ?? Object.values(form.conflicts).find((conflict) => conflict !== undefined),
  });

  const { name: dealName, pipelineId, stepId, value } = deal;
  const [isNews, setSeen] = useIsNews({
    value: [dealName, pipelineId, stepId, value],
    status,
    isEditing: form.isOpen,
  });

  function comeNear() {
    if (canEdit) dealEditor.load();
    setSeen();
  }

  const name = isBlankName(deal.name) ? messages.deals.noName : plainText(deal.name, dir);
  const isFailed = status === 'failed';
  const hasNews = state.conflicts.length + state.replaced.length > 0;
  const url = safeUrl(deal.url);
  return (
    <InsideContext.Provider value={inside}>
      <article
        {...frameProps({ onFocus: comeNear }, canEdit)}
        ref={frameRef}
        tabIndex={-1}
        aria-labelledby={form.isOpen ? undefined : nameId}
        aria-label={form.isOpen ? name : undefined}
        className={clsx('sbc-deal', classNames.DealItem)}
        data-part="deal-item"
        data-status={deal.status}
        data-editing={form.isOpen || undefined}
        data-pending={(status !== undefined && !isFailed) || undefined}
        data-failed={isFailed || undefined}
        data-conflict={state.conflicts.length > 0 || undefined}
        data-changed={isNews || undefined}
        onPointerEnter={comeNear}
        onDoubleClick={handleDoubleClick}
      >
        {form.isOpen ? (
          <div ref={editorRef} className="sbc-deal-editor">
            <LazyPart part={dealEditor} props={{ state }} fallback={<Skeleton shape="block" />} />
          </div>
        ) : (
          <div className="sbc-deal-view">
            <DealSummary
              nameId={nameId}
              deal={deal}
              pipeline={state.pipeline}
              step={state.step}
              isStepLoading={state.isStepLoading}
            />
            <div className="sbc-deal-tools">
              {canEdit && (
                <IconButton ref={pencilRef} icon="pencil" label={messages.deals.edit(name)} onClick={edit} />
              )}
              {url && (
                <SafeLink
                  href={url}
                  className="sbc-icon-button"
                  aria-label={messages.deals.open(name)}
                  title={messages.card.opensInNewTab}
                >
                  <Icon name="external" />
                </SafeLink>
              )}
            </div>
          </div>
        )}
        {hasNews && <LazyPart part={dealNews} props={{ state }} />}
        <SaveNote status={status} error={state.error} onRetry={state.retry} onDiscard={state.discard} />
        {!isListReadOnly && readOnly !== false && <ReadOnlyNote reason={readOnly} />}
      </article>
    </InsideContext.Provider>
  );
});
