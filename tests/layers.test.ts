import { describe, expect, test } from 'vitest';
import { listSources, readSource } from './support/readSource.ts';
import { brokenRules } from './support/sourceRules.ts';

const sources = listSources('src');
const folders = [
  'model',
  'i18n',
  'ui',
  'adapters',
  'store',
  'testing',
  'styles',
  'provider',
  'hooks',
  'components',
  'element',
];

describe('the house', () => {
  test.each(folders)('keeps its rules in %s', (folder) => {
    const inFolder = sources.filter((path) => path.startsWith(`src/${folder}/`));
    expect(inFolder).not.toEqual([]);
    expect(inFolder.flatMap((path) => brokenRules(readSource(path)))).toEqual([]);
  });

  test('keeps its rules in the public faces, and has no other folder', () => {
    const others = sources.filter((path) => !folders.includes(path.split('/')[1] ?? ''));
    expect(others.filter((path) => path.split('/').length > 2)).toEqual([]);
    expect(others.flatMap((path) => brokenRules(readSource(path)))).toEqual([]);
  });
});

describe('the import rule', () => {
  const refused: [file: string, line: string, sentence: string][] = [
    ['src/model/x.ts', `import { y } from '../i18n/y.ts';`, 'model must not know i18n'],
    ['src/model/x.ts', `import type { Y } from '../adapters/Y.ts';`, 'model must not know the adapters'],
    ['src/model/x.ts', `import { useState } from 'react';`, 'model must not know react'],
    ['src/i18n/x.ts', `import { y } from '../hooks/y.ts';`, 'i18n must not know the hooks'],
    ['src/i18n/x.ts', `import 'react';`, 'i18n must not know react'],
    ['src/ui/X.tsx', `import { y } from '../store/y.ts';`, 'ui must not know the store'],
    ['src/ui/X.tsx', `export { y } from '../store/y.ts';`, 'ui must not know the store'],
    ['src/ui/X.tsx', `const y = import('../store/y.ts');`, 'ui must not know the store'],
    ['src/ui/X.tsx', `type Y = import('../store/y.ts').Y;`, 'ui must not know the store'],
    ['src/ui/X.tsx', `import type { Tag } from '../model/tag.ts';`, 'ui must not know the model'],
    ['src/ui/X.tsx', `import { en } from '../i18n/en.ts';`, 'ui must not know i18n'],
    ['src/adapters/x.ts', `import { y } from '../store/y.ts';`, 'adapters must not know the store'],
    ['src/adapters/x.ts', `import 'react';`, 'adapters must not know react'],
    ['src/store/x.ts', `import 'react';`, 'store must not know react'],
    ['src/store/x.ts', `import { useStore } from 'zustand';`, 'store must not know zustand'],
    ['src/store/x.ts', `import { y } from '../provider/y.ts';`, 'store must not know the provider'],
    ['src/store/x.ts', `import { y } from '../i18n/y.ts';`, 'store must not know i18n'],
    ['src/testing/x.ts', `import { y } from '../store/y.ts';`, 'testing must not know the store'],
    ['src/testing/x.ts', `import { it } from 'vitest';`, 'testing must not know vitest'],
    [
      'src/testing/x.ts',
      `import { createMemoryAdapter } from '../adapters/createMemoryAdapter.ts';`,
      'nobody imports an implementation of the port',
    ],
    [
      'src/store/x.ts',
      `import { y } from '../testing/y.ts';`,
      'only testing.ts may know what a host tests with',
    ],
    [
      'src/index.ts',
      `export { y } from './testing/y.ts';`,
      'only testing.ts may know what a host tests with',
    ],
    ['src/provider/x.ts', `import { y } from '../hooks/y.ts';`, 'provider must not know the hooks'],
    [
      'src/provider/x.ts',
      `import { PartName } from '../components/parts.ts';`,
      'provider may know only the types of the components',
    ],
    [
      'src/components/parts.ts',
      `import { DealList } from './DealList.tsx';`,
      'only SubscriberCard composes sections',
    ],
    [
      'src/provider/x.ts',
      `import { Y } from '../components/Y.tsx';`,
      'provider must not know the components',
    ],
    ['src/provider/x.ts', `import { Button } from '../ui/Button.tsx';`, 'provider must not know ui'],
    [
      'src/provider/x.ts',
      `import { AdapterError } from '../adapters/AdapterError.ts';`,
      'provider may know only the types of the adapters',
    ],
    [
      'src/provider/x.ts',
      `import { QueryClient } from '@tanstack/query-core';`,
      'provider may know only the types of @tanstack/query-core',
    ],
    ['src/hooks/x.ts', `import { Y } from '../components/Y.tsx';`, 'hooks must not know the components'],
    ['src/hooks/x.ts', `import { Y } from '../ui/Y.tsx';`, 'hooks must not know ui'],
    [
      'src/hooks/x.ts',
      `import { Y } from '../adapters/Y.ts';`,
      'hooks may know only the types of the adapters',
    ],
    ['src/hooks/x.ts', `import { clsx } from 'clsx';`, 'hooks must not know clsx'],
    [
      'src/hooks/x.ts',
      `import { commitMutation } from '../store/commitMutation.ts';`,
      'hooks must not know more of the store than its pure parts',
    ],
    ['src/components/X.tsx', `import { y } from '../store/y.ts';`, 'components must not know the store'],
    [
      'src/components/X.tsx',
      `import type { Y } from '../adapters/Y.ts';`,
      'components must not know the adapters',
    ],
    [
      'src/components/X.tsx',
      `import { y } from '../provider/y.ts';`,
      'components must not know the provider',
    ],
    [
      'src/components/X.tsx',
      `import { y } from '../model/y.ts';`,
      'components may know only the types of the model',
    ],
    [
      'src/components/X.tsx',
      `import * as Radix from '@radix-ui/react-popover';`,
      'components must not know @radix-ui/react-popover',
    ],
    [
      'src/components/X.tsx',
      `import { TagPicker } from './TagPicker.tsx';`,
      'only SubscriberCard composes sections',
    ],
    [
      'src/components/X.tsx',
      `import { Y } from '../index.ts';`,
      'components must not know a public face or what is outside of src',
    ],
    ['src/ui/X.tsx', `import { y } from './y';`, 'a relative import carries its extension'],
    [
      'src/components/X.tsx',
      `import { tokenPairs } from '../styles/tokenPairs.ts';`,
      'components must not know what the CSS is written from',
    ],
    ['src/ui/X.tsx', `import '../styles/x.css';`, 'the host imports the CSS, TypeScript never does'],
    ['src/index.ts', `import './styles/styles.css';`, 'the host imports the CSS, TypeScript never does'],
    [
      'src/element/x.ts',
      `import x from '../styles/styles.unlayered.css?inline';`,
      'the host imports the CSS, TypeScript never does',
    ],
    ['src/element/x.tsx', `import { Y } from '../components/Y.tsx';`, 'element must not know the components'],
    [
      'src/element/x.tsx',
      `import { SubscriberCard } from '../components/SubscriberCard.tsx';`,
      'only SubscriberCard composes sections',
    ],
    ['src/hooks/x.ts', `import { y } from '../element/y.ts';`, 'hooks must not know the element'],
    [
      'src/ui/Menu.tsx',
      `import * as Radix from '@radix-ui/react-popover';`,
      'only ui/Popover.tsx and ui/Select.tsx may know @radix-ui/react-popover',
    ],
    [
      'src/ui/X.tsx',
      `import { useCombobox } from 'downshift';`,
      'only ui/ComboboxList.tsx may know downshift',
    ],
    [
      'src/ui/X.tsx',
      `import { useVirtualizer } from '@tanstack/react-virtual';`,
      'only ui/WindowedList.tsx may know @tanstack/react-virtual',
    ],
    [
      'src/store/x.ts',
      `import { createMemoryAdapter } from '../adapters/createMemoryAdapter.ts';`,
      'nobody imports an implementation of the port',
    ],
    [
      'src/adapters/x.ts',
      `import { mapping } from './rest/mapping.ts';`,
      'nobody imports an implementation of the port',
    ],
  ];

  test.each(refused)('%s cannot say %s', (path, code, reason) => {
    const specifier = /'([^']+)'/.exec(code)?.[1];
    expect(importSentences(path, code)).toEqual([`${path} imports ${specifier}: ${reason}`]);
  });

  const accepted: [file: string, line: string][] = [
    ['src/model/x.ts', `import { y } from './y.ts';`],
    ['src/i18n/x.ts', `import { canonicalValue } from '../model/variable.ts';`],
    ['src/i18n/x.ts', `import { NumberParser } from '@internationalized/number';`],
    ['src/ui/SafeLink.tsx', `import { safeUrl } from '../model/safeUrl.ts';`],
    ['src/ui/Popover.tsx', `import * as Radix from '@radix-ui/react-popover';`],
    ['src/adapters/rest/x.ts', `import { http } from '../http.ts';`],
    ['src/adapters/createMemoryAdapter.ts', `import { seed } from './memory/seed.ts';`],
    ['src/store/x.ts', `import { AdapterError } from '../adapters/AdapterError.ts';`],
    ['src/testing/x.ts', `import { checkDeal } from '../adapters/checkAnswer.ts';`],
    ['src/testing.ts', `export { createFaultAdapter } from './testing/createFaultAdapter.ts';`],
    ['src/provider/x.ts', `import type { DataAdapter } from '../adapters/DataAdapter.ts';`],
    ['src/provider/x.ts', `import { createCardClient } from '../store/createCardClient.ts';`],
    ['src/provider/x.ts', `import type { PartComponents } from '../components/parts.ts';`],
    ['src/components/parts.ts', `import type { DealListProps } from './DealList.tsx';`],
    ['src/hooks/x.ts', `import { shown } from '../store/mutations.ts';`],
    ['src/hooks/x.ts', `import type { CardStore } from '../store/createCardStore.ts';`],
    ['src/components/SubscriberCard.tsx', `import { TagPicker } from './TagPicker.tsx';`],
    ['src/components/SubscriberCard.tsx', `import { y } from '../provider/y.ts';`],
    ['src/components/TagPicker.tsx', `import { TagChip } from './TagChip.tsx';`],
    ['src/index.ts', `export { TagPicker } from './components/TagPicker.tsx';`],
    ['src/element/cardStyles.ts', `import styles from '../styles/styles.unlayered.css?inline';`],
    [
      'src/element/mountSubscriberCard.tsx',
      `import { SubscriberCard } from '../components/SubscriberCard.tsx';`,
    ],
  ];

  test.each(accepted)('%s can say %s', (path, code) => {
    expect(importSentences(path, code)).toEqual([]);
  });
});

describe('the rules of names and safety', () => {
  const refused: [file: string, code: string, sentence: string][] = [
    ['src/ui/index.ts', 'export const index = 1;', 'a folder has no index'],
    ['src/ui/X.tsx', 'export const X = 1; export default X;', 'nothing is exported by default'],
    ['src/ui/X.tsx', 'const X = 1; export { X, X as default };', 'nothing is exported by default'],
    ['src/ui/domUtils.ts', 'export const domUtils = 1;', '"Utils" says nothing about what is inside'],
    ['src/shared/X.ts', 'export const X = 1;', '"shared" says nothing about what is inside'],
    [
      'src/ui/Button.tsx',
      'export const button = 1;',
      'a file bears the name of its main export, letter for letter; it exports button',
    ],
    [
      'src/hooks/useTag.ts',
      'export function useTags() {} export interface TagState {}',
      'a file bears the name of its main export, letter for letter; it exports useTags, TagState',
    ],
    ['src/ui/X.tsx', 'export const X = <a href="/">go</a>;', 'only SafeLink draws <a>'],
    ['src/ui/X.tsx', 'export const X = <img alt="" />;', 'only SafeImage draws <img>'],
    [
      'src/ui/X.tsx',
      'export const X = <p dangerouslySetInnerHTML={{ __html: text }} />;',
      'dangerouslySetInnerHTML turns text into code or markup',
    ],
    [
      'src/ui/X.tsx',
      'export const X = (p) => { p.innerHTML = "x"; };',
      'innerHTML turns text into code or markup',
    ],
    ['src/ui/X.tsx', 'export const X = eval("1");', 'eval turns text into code or markup'],
    ['src/ui/X.tsx', 'export const X = new Function("1");', 'Function turns text into code or markup'],
  ];

  test.each(refused)('%s cannot be %s', (path, code, sentence) => {
    expect(brokenRules(readSource(path, code))).toEqual([`${path}: ${sentence}`]);
  });

  test.each([
    ['src/model/variable.ts', 'export interface Variable {}'],
    ['src/model/errorCode.ts', 'export type ErrorCode = 1;'],
    ['src/adapters/answerSchemas.ts', 'export const tagSchema = 1; export const dealSchema = 1;'],
    ['src/i18n/pt-BR.ts', 'export const ptBR = 1;'],
    ['src/ui/SafeLink.tsx', 'export const SafeLink = <a href="/">go</a>;'],
    ['src/ui/SafeImage.tsx', 'export const SafeImage = <img alt="" />;'],
    ['src/index.ts', 'export const anything = 1;'],
  ])('%s can be %s', (path, code) => {
    expect(brokenRules(readSource(path, code))).toEqual([]);
  });
});

function importSentences(path: string, code: string): string[] {
  return brokenRules(readSource(path, code)).filter((sentence) => sentence.startsWith(`${path} imports`));
}
