'use client';
import { Component, type ReactNode, type RefObject } from 'react';

export interface FocusKeeperProps {
  readonly container: RefObject<HTMLElement | null>;
  /** The focus was in the container, and what had it is gone; or something else is shown by `shownKey`. */
  readonly onLost: () => void;
  readonly shownKey?: unknown;
  readonly children?: ReactNode;
}

/** Notices when drawing again takes the focus away. A class: only one can look right before the page changes. */
export class FocusKeeper extends Component<FocusKeeperProps> {
  override getSnapshotBeforeUpdate(): Element | null {
    const container = this.props.container.current;
    const root = container?.getRootNode();
    const focused = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
    return container?.contains(focused) ? focused : null;
  }

  override componentDidUpdate(previous: FocusKeeperProps, _state: unknown, focused: Element | null) {
    if (!focused) return;
    const isOther = !Object.is(previous.shownKey, this.props.shownKey);
    if (isOther || !focused.isConnected) this.props.onLost();
  }

  override render() {
    return this.props.children;
  }
}
