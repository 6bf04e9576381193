import { createRoot } from 'react-dom/client';
import { SubscriberCard, type SubscriberCardProps } from '../components/SubscriberCard.tsx';
import {
  SubscriberCardProvider,
  type SubscriberCardProviderProps,
} from '../provider/SubscriberCardProvider.tsx';

/** What `SubscriberCardProvider` and `SubscriberCard` take as props in React, but for what is made of React itself. */
export interface SubscriberCardOptions
  extends Omit<SubscriberCardProviderProps, 'children' | 'components' | 'variableTypes'>,
    Pick<
      SubscriberCardProps,
      'sections' | 'openSections' | 'defaultOpenSections' | 'onOpenSectionsChange' | 'className'
    > {
  /** Whose card it is. Default `null`: no conversation is open. */
  readonly subscriber?: SubscriberCardProps['subscriber'] | undefined;
}

/** A card that stands in a page without React. */
export interface MountedCard {
  /** Changes the options that are named; the others stay. */
  update(changes: SubscriberCardOptions): void;
  /** Takes the card away. What was asked for is still sent; what is typed is kept by a `client` of the host's. */
  unmount(): void;
}

/**
 * Draws the card into an element of a page without React; its styles are those of the page.
 *
 * @throws Error where neither `adapter` nor `client` is given.
 */
export function mountSubscriberCard(
  element: Element | DocumentFragment,
  options: SubscriberCardOptions,
): MountedCard {
  if (!options.adapter && !options.client) {
    throw new Error('mountSubscriberCard needs an `adapter` or a `client` among its options.');
  }
  const root = createRoot(element);
  let current = options;

  function draw() {
    const { subscriber = null, sections, className, ...rest } = current;
    const { openSections, defaultOpenSections, onOpenSectionsChange, ...provider } = rest;
    root.render(
      <SubscriberCardProvider {...provider}>
        <SubscriberCard
          subscriber={subscriber}
          sections={sections}
          className={className}
          openSections={openSections}
          defaultOpenSections={defaultOpenSections}
          onOpenSectionsChange={onOpenSectionsChange}
        />
      </SubscriberCardProvider>,
    );
  }

  draw();
  return {
    update(changes) {
      current = { ...current, ...changes };
      draw();
    },
    unmount: () => root.unmount(),
  };
}
