import { expect, test } from 'vitest';
import { toStylesheet } from '../../src/styles/toStylesheet.ts';

test('tokens.css is what its source says: `npm run tokens` writes it', async () => {
  await expect(toStylesheet()).toMatchFileSnapshot('../../src/styles/tokens.css');
});
