'use client';
import { createContext } from 'react';

/** The elements outside of an open editor's frame that still belong to it: its popovers. */
export const InsideContext = createContext<Set<Element> | null>(null);
