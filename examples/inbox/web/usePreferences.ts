import { useLayoutEffect, useState } from 'react';
import { en, type Locale } from 'subscriber-card/headless';
import { ptBR } from 'subscriber-card/locales/pt-BR';

export type Language = 'en' | 'pt-BR';
export type Theme = 'light' | 'dark' | 'auto';

export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  /** The card's locale of that language. */
  readonly locale: Locale;
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
}

const locales: Readonly<Record<Language, Locale>> = { en, 'pt-BR': ptBR };

/** Language and theme of this browser, set on the page as a whole. */
export function usePreferences(): Preferences {
  const [language, setLanguage] = useStored<Language>('inbox.language', ['en', 'pt-BR'], fromBrowser());
  const [theme, setTheme] = useStored<Theme>('inbox.theme', ['light', 'dark', 'auto'], 'auto');
  const locale = locales[language];
  useLayoutEffect(() => {
    const page = document.documentElement;
    page.lang = locale.locale;
    page.dir = locale.dir;
    page.dataset.theme = theme;
  }, [locale, theme]);
  return { language, theme, locale, setLanguage, setTheme };
}

function fromBrowser(): Language {
  return navigator.language.startsWith('pt') ? 'pt-BR' : 'en';
}

function useStored<Value extends string>(key: string, allowed: readonly Value[], initial: Value) {
  const [value, setValue] = useState(() => {
    const stored = localStorage.getItem(key);
    return allowed.find((candidate) => candidate === stored) ?? initial;
  });
  const store = (next: Value) => {
    localStorage.setItem(key, next);
    setValue(next);
  };
  return [value, store] as const;
}
