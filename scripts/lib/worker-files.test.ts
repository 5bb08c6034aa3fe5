import { expect, test } from 'vitest';
import { workerFiles } from './worker-files.ts';

test('everything that a page can reach is kept, but for what needs the server anyhow', () => {
  const manifest = {
    'index.html': { file: 'a/index.js', assets: ['a/font.woff2'], imports: ['_parts.js'] },
    '_parts.js': {
      file: 'a/parts.js',
      imports: ['index.html'],
      dynamicImports: ['src/features/funds/funds-page.tsx', 'src/features/audit/audit-page.tsx'],
    },
    'src/features/funds/funds-page.tsx': { file: 'a/funds.js', css: ['a/funds.css'] },
    'src/features/audit/audit-page.tsx': { file: 'a/audit.js', imports: ['_antd.js'] },
    '_antd.js': { file: 'a/antd.js' },
    'style.css': { file: 'a/style.css' },
    'unreached.js': { file: 'a/unreached.js' },
  };
  expect(workerFiles(manifest)).toEqual([
    '/a/font.woff2',
    '/a/funds.css',
    '/a/funds.js',
    '/a/index.js',
    '/a/parts.js',
    '/a/style.css',
    '/favicon.svg',
  ]);
});
