// First: a layer of a story's host is below the card's.
import '../../stories/support/hosts/layers.css';
import '../../src/styles/styles.css';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import { loadAll } from '../../src/ui/createLazy.ts';
import { assertUnpolluted } from './assertUnpolluted.ts';

// A busy machine draws late; only a test that fails waits this long.
configure({ asyncUtilTimeout: 5_000 });

afterEach(assertUnpolluted);

// What is fetched when it is needed is here from the start: a test of that resets the modules.
beforeEach(loadAll);

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});
