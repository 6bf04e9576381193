import { ar } from '../../src/i18n/ar.ts';
import { en } from '../../src/i18n/en.ts';
import { es } from '../../src/i18n/es.ts';
import { fr } from '../../src/i18n/fr.ts';
import { ptBR } from '../../src/i18n/pt-BR.ts';
import { ru } from '../../src/i18n/ru.ts';
import { tr } from '../../src/i18n/tr.ts';
import { uk } from '../../src/i18n/uk.ts';

/** Every language of the card. */
export const locales = [en, ar, es, fr, ptBR, ru, tr, uk];

/** Those that a host imports. */
export const importedLocales = locales.filter((locale) => locale !== en);
