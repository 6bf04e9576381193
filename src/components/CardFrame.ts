'use client';
import { createContext } from 'react';
import type { OpenSections } from '../hooks/useOpenSections.ts';

/** What the whole card decides for its parts; `null` around a part that stands alone. */
export const CardFrame = createContext<OpenSections | null>(null);
