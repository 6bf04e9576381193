import { ar } from '../../src/i18n/ar.ts';
import { en } from '../../src/i18n/en.ts';
import { es } from '../../src/i18n/es.ts';
import { fr } from '../../src/i18n/fr.ts';
import { ptBR } from '../../src/i18n/pt-BR.ts';
import { ru } from '../../src/i18n/ru.ts';
import { tr } from '../../src/i18n/tr.ts';
import { uk } from '../../src/i18n/uk.ts';
import { toPseudoLocale } from './toPseudoLocale.ts';

/** What the toolbar offers. `pseudo` shows what is not translated, and what has no room for longer words. */
export const languages = { en, es, fr, 'pt-BR': ptBR, ru, tr, uk, ar, pseudo: toPseudoLocale(en) };

export type Language = keyof typeof languages;

/** Each in its own words. */
export const languageItems: readonly { readonly value: Language; readonly title: string }[] = [
  { value: 'en', title: 'English' },
  { value: 'es', title: 'Español' },
  { value: 'fr', title: 'Français' },
  { value: 'pt-BR', title: 'Português (Brasil)' },
  { value: 'ru', title: 'Русский' },
  { value: 'tr', title: 'Türkçe' },
  { value: 'uk', title: 'Українська' },
  { value: 'ar', title: 'العربية' },
  { value: 'pseudo', title: 'Pseudo: ⟦áććéńťéđ⟧' },
];
