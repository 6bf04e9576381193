'use client';
import { type ComponentType, type ExoticComponent, memo, useMemo } from 'react';
import { useParts } from '../hooks/useParts.ts';
import type { PartName, PartProps } from './parts.ts';

/** What draws the rows of a list: the host's own part, else ours. Either draws again only for other props. */
export function useRowPart<Name extends PartName>(name: Name, ours: ExoticComponent<PartProps[Name]>) {
  const { components } = useParts();
  const own: ComponentType<PartProps[Name]> | undefined = components[name];
  return useMemo((): ExoticComponent<PartProps[Name]> => (own ? memo(own) : ours), [own, ours]);
}
