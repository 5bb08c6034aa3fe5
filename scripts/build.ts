import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, runnerImport } from 'vite';
import { buildBundlePage } from './lib/bundle-build.ts';
import { writeDemoPages } from './lib/demo-pages.ts';
import { precompress } from './lib/precompress.ts';
import { markBuilt, sourceHash } from './lib/stamp.ts';
import { type Manifest, workerFiles } from './lib/worker-files.ts';

const root = join(import.meta.dirname, '..');

/** The worker goes last: it names what the build before it wrote. */
async function buildWorker(hash: string): Promise<void> {
  const manifest = await readFile(join(root, 'dist', '.vite', 'manifest.json'), 'utf8');
  const files = workerFiles(JSON.parse(manifest) as Manifest);
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    define: { BUILD: JSON.stringify(hash.slice(0, 16)), FILES: JSON.stringify(files) },
    build: {
      outDir: 'dist',
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'chrome86',
      lib: {
        entry: 'src/worker/service-worker.ts',
        formats: ['iife'],
        name: 'cockpitWorker',
        fileName: () => 'service-worker.js',
      },
    },
  });
}

async function buildPage(): Promise<void> {
  const hash = await sourceHash(root, 'page');
  // Without its stamp a half-written build counts as stale.
  await rm(join(root, 'dist-static'), { recursive: true, force: true });
  await build({ root, mode: 'production', logLevel: 'warn' });
  await build({
    root,
    mode: 'production',
    logLevel: 'warn',
    build: { ssr: 'src/entry-static.tsx' },
  });
  await buildWorker(hash);
  const compressed = await precompress(join(root, 'dist'));
  await markBuilt(root, 'page', hash);
  console.log(`The page is built in dist/ (${compressed} files also compressed).`);
}

async function buildBundle(): Promise<void> {
  const hash = await sourceHash(root, 'bundle');
  await buildBundlePage(root);
  await markBuilt(root, 'bundle', hash);
  console.log('The page of offline bundles is built in dist-bundle/.');
}

async function buildDemo(): Promise<void> {
  const hash = await sourceHash(root, 'demo');
  await build({ root, mode: 'demo', logLevel: 'warn' });
  const { module } = await runnerImport<typeof import('#src/app/pages.ts')>('/src/app/pages.ts', {
    root,
  });
  const paths = module.pages.filter(module.isWhole).map(({ path }) => path);
  await writeDemoPages(join(root, 'dist-demo'), paths);
  await markBuilt(root, 'demo', hash);
  console.log('The demo is in dist-demo/: any web server can show it, no backend is needed.');
}

switch (process.argv[2]) {
  case 'demo':
    await buildDemo();
    break;
  case 'bundle':
    await buildBundle();
    break;
  default:
    await buildPage();
    await buildBundle();
}
