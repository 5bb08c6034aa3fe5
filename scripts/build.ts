import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { precompress } from './lib/precompress.ts';
import { markBuilt, sourceHash } from './lib/stamp.ts';

const root = join(import.meta.dirname, '..');

if (process.argv[2] === 'demo') {
  await build({ root, mode: 'demo', logLevel: 'warn' });
  console.log('The demo is in dist-demo/: any web server can show it, no backend is needed.');
} else {
  const hash = await sourceHash(root);
  // Without its stamp a half-written build counts as stale.
  await rm(join(root, 'dist-static'), { recursive: true, force: true });
  await build({ root, mode: 'production', logLevel: 'warn' });
  await build({
    root,
    mode: 'production',
    logLevel: 'warn',
    build: { ssr: 'src/entry-static.tsx' },
  });
  const compressed = await precompress(join(root, 'dist'));
  await markBuilt(root, hash);
  console.log(`The page is built in dist/ (${compressed} files also compressed).`);
}
