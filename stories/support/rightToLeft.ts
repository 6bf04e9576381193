import { en } from '../../src/i18n/en.ts';

/** English, laid out from right to left: what an Arabic or Hebrew locale does to the card. */
export const rightToLeft = { ...en, dir: 'rtl' } as const;
