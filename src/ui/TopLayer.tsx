'use client';
import { type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { InsideContext } from './InsideContext.ts';
import { useRootProps, useUi } from './UiContext.tsx';

export interface TopLayerProps {
  readonly children: ReactNode;
}

/**
 * An element of no size in the browser's top layer, for what floats. It stands inside the card, so it has the
 * card's theme and dies with it, and nothing clips it: no `overflow`, no `transform`, no shadow root. A host's
 * `portalContainer` takes it out of the card, and then it carries the theme itself.
 */
export function TopLayer({ children }: TopLayerProps) {
  const { portalContainer } = useUi();
  const rootProps = useRootProps();
  const inside = useContext(InsideContext);
  const [layer, setLayer] = useState<HTMLElement | null>(null);

  // Shown before its children are mounted, for they measure themselves. Browsers without the popover attribute
  // leave the layer where it is, above its neighbours.
  const show = useCallback((element: HTMLElement | null) => {
    if (element && 'showPopover' in element && !element.matches(':popover-open')) element.showPopover();
    setLayer(element);
  }, []);

  useEffect(() => {
    if (!layer || !inside) return;
    inside.add(layer);
    return () => {
      inside.delete(layer);
    };
  }, [layer, inside]);

  if (!portalContainer) {
    return (
      <div ref={show} popover="manual" className="sbc-layer">
        {layer && children}
      </div>
    );
  }
  return createPortal(
    <div ref={show} {...rootProps} popover="manual" className={`${rootProps.className} sbc-layer`}>
      {layer && children}
    </div>,
    portalContainer,
  );
}
