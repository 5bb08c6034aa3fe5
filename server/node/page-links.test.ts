import { expect, test } from 'vitest';
import { linksFor, type Manifest } from './page-links.ts';

/** An entry that loads what all pages share, which in turn can load each page; one page has a chart. */
const manifest: Manifest = {
  'index.html': {
    file: 'index.js',
    isEntry: true,
    imports: ['_loader'],
    dynamicImports: ['_shared'],
  },
  _loader: { file: 'loader.js' },
  _shared: {
    file: 'shared.js',
    imports: ['_loader'],
    dynamicImports: ['src/wall.tsx', 'src/funds.tsx'],
  },
  'src/wall.tsx': { file: 'wall.js', imports: ['_shared'] },
  'src/funds.tsx': { file: 'funds.js', imports: ['_shared', '_view'] },
  _view: {
    file: 'view.js',
    css: ['view.css'],
    imports: ['_shared'],
    dynamicImports: ['src/chart.tsx'],
  },
  'src/chart.tsx': { file: 'chart.js', imports: ['_shared'] },
};

const filesOf = (...modules: string[]): string[] =>
  [...linksFor(manifest, modules).matchAll(/href="\/([^"]+)"/g)]
    .map(([, file = '']) => file)
    .sort();

test('a page preloads its own code and what all pages share, never another page or its charts', () => {
  expect(filesOf('src/wall.tsx')).toEqual(['shared.js', 'wall.js']);
});

test('a page with a chart preloads that too, and its styles', () => {
  expect(filesOf('src/funds.tsx')).toEqual([
    'chart.js',
    'funds.js',
    'shared.js',
    'view.css',
    'view.js',
  ]);
});
