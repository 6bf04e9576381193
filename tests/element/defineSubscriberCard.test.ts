import { expect, test } from 'vitest';
import { defineSubscriberCard } from '../../src/element.ts';

test('does nothing on a server', () => {
  expect(typeof customElements).toBe('undefined');
  expect(() => defineSubscriberCard()).not.toThrow();
});
