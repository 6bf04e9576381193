// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { createSessionStorage } from '../../src/provider/createSessionStorage.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

test('keeps texts in the tab, and takes them out', () => {
  const storage = createSessionStorage();
  storage.set('a', '1');
  storage.set('b', '2');
  expect(storage.keys()).toEqual(['a', 'b']);
  expect(storage.get('a')).toBe('1');
  storage.remove('a');
  expect(storage.get('a')).toBeNull();
  expect(sessionStorage.length).toBe(1);
});

test('holds nothing where there is no window, as on a server', () => {
  vi.stubGlobal('window', undefined);
  expect(createSessionStorage().keys()).toEqual([]);
});

test('of a browser that blocks it throws when it is used, and not before', () => {
  const blocked = new DOMException('Blocked', 'SecurityError');
  vi.stubGlobal('window', {
    get sessionStorage() {
      throw blocked;
    },
  });
  const storage = createSessionStorage();
  expect(() => storage.keys()).toThrow(blocked);
  expect(() => storage.set('a', '1')).toThrow(blocked);
});
