'use client';
import { useEffect, useLayoutEffect } from 'react';

/** `useLayoutEffect`, which React 18 warns about on a server, where no effect runs anyway. */
export const useClientLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;
