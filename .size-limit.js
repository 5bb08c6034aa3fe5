import { existsSync, readFileSync } from 'node:fs';

const file = 'dist/.vite/manifest.json';
if (!existsSync(file)) throw new Error('Nothing is built yet: npm run build, then npm run size.');
/** @type {Record<string, { file: string; css?: string[]; imports?: string[]; isEntry?: boolean }>} */
const manifest = JSON.parse(readFileSync(file, 'utf8'));

/** What a page loads: the built files of its entries and all that they import at once. */
function filesOf(...keys) {
  const seen = new Set();
  const visit = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    for (const next of manifest[key].imports ?? []) visit(next);
  };
  for (const key of keys) visit(key);
  const files = [...seen].flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? [])]);
  return [...new Set([...files, manifest['style.css'].file])].map((name) => `dist/${name}`);
}

const entries = Object.keys(manifest).filter((key) => manifest[key].isEntry);
const page = (...modules) => filesOf(...entries, ...modules);

/** Pages of antd's parts. */
const made = ['enter', 'review', 'accounts', 'registers', 'audit', 'screens'];

// Brotli, where nothing else is said. The first load of the wall has 190 KB in all: its HTML and two figure faces beside these.
export default [
  {
    name: 'wall',
    path: page('src/features/wall-overview/wall-overview-page.tsx'),
    limit: '130 kB',
  },
  {
    name: 'desk',
    path: page('src/features/overview/overview-page.tsx', 'src/features/controls/control-bar.tsx'),
    limit: '130 kB',
  },
  // Gzip, beyond what every page has.
  ...made.map((name) => ({
    name,
    path: filesOf(`src/features/${name}/${name}-page.tsx`).filter((file) => !page().includes(file)),
    gzip: true,
    limit: '300 kB',
  })),
];
