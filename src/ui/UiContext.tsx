'use client';
import clsx from 'clsx';
import { createContext, type MouseEvent, type ReactNode, useContext, useMemo } from 'react';

export type Theme = 'light' | 'dark' | 'auto';
export type Density = 'comfortable' | 'compact';
export type Direction = 'ltr' | 'rtl';

/** What every control of a card shares. */
export interface UiOptions {
  readonly theme: Theme;
  readonly density: Density;
  readonly dir: Direction;
  /** BCP 47. What our texts are in; without it, what the page around is in. */
  readonly lang: string | undefined;
  /** Where popovers are put. Without it they stand inside the card, in the browser's top layer. */
  readonly portalContainer: HTMLElement | null | undefined;
  /** For the `<style>` elements that the select of the forms injects. */
  readonly nonce: string | undefined;
  /** Draws the browser's own select in forms: for hosts that enforce Trusted Types. */
  readonly nativeSelect: boolean;
  /** Lets the host's router follow http and https links. Call `event.preventDefault()` to keep the browser out. */
  readonly onNavigate: ((url: string, event: MouseEvent<HTMLAnchorElement>) => void) | undefined;
  /** A class of the host that carries its theme variables; popovers outside of the card carry it too. */
  readonly rootClassName: string | undefined;
}

export type UiProviderProps = { readonly [Name in keyof UiOptions]?: UiOptions[Name] | undefined } & {
  readonly children?: ReactNode;
};

const defaults: UiOptions = {
  theme: 'auto',
  density: 'comfortable',
  dir: 'ltr',
  lang: undefined,
  portalContainer: undefined,
  nonce: undefined,
  nativeSelect: false,
  onNavigate: undefined,
  rootClassName: undefined,
};

export const UiContext = createContext(defaults);

export function UiProvider({ children, ...options }: UiProviderProps) {
  const theme = options.theme ?? defaults.theme;
  const density = options.density ?? defaults.density;
  const dir = options.dir ?? defaults.dir;
  const nativeSelect = options.nativeSelect ?? defaults.nativeSelect;
  const { lang, portalContainer, nonce, onNavigate, rootClassName } = options;
  const value = useMemo(
    () => ({ theme, density, dir, lang, portalContainer, nonce, nativeSelect, onNavigate, rootClassName }),
    [theme, density, dir, lang, portalContainer, nonce, nativeSelect, onNavigate, rootClassName],
  );
  return <UiContext.Provider value={value}>{children}</UiContext.Provider>;
}

export function useUi(): UiOptions {
  return useContext(UiContext);
}

/** What an element needs to stand alone with our theme: the card's root, and a popover outside of it. */
export function useRootProps() {
  const { theme, density, dir, lang, rootClassName } = useUi();
  return {
    className: clsx('sbc-root', rootClassName),
    'data-theme': theme,
    'data-density': density,
    dir,
    lang,
  } as const;
}
