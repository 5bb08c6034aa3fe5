import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inUse } from '#core/domain/retirement.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import { openPages, type Pages } from '#server/node/pages.ts';
import { addAccount, signIn } from './accounts.ts';
import { NOW, openTestApp, RECORDED, type TestApp } from './test-app.ts';

/** Stands for the built painter: what it is asked is what it paints. */
const painter = `
export const wantsBoard = (path, search) => path === '/wall' && !search.includes('faulty');
export const loadCharts = async () => undefined;
export const questionsOf = (path, search, lang) => path === '/late' ? [
  { key: ['me', lang], target: '/api/me?lang=' + lang },
  { key: ['meeting', 'x'], target: '/api/meetings/x' },
] : [];
export const renderPage = ({ path, search, first }) => {
  if (search.includes('crash')) throw new Error('cannot paint');
  return {
    html: '<p>' + (first.board ? first.board.asOf + ' $& ' + first.board.departments : first.problem ? first.problem.code : 'nothing') + '</p>',
    lang: first.question.lang === 'zh' ? 'zh-CN' : 'en', theme: 'dark', shell: 'wall', reach: 'near', title: 'A <b> & "c"',
    modules: ['src/wall.tsx'], sheets: path === '/late' ? ['src/late.css'] : [], status: path === '/wall' ? (search.includes('faulty') ? 400 : 200) : 404,
  };
};`;
const manifest = {
  'index.html': {
    file: 'assets/index-1.js',
    isEntry: true,
    imports: ['_shared.js'],
    dynamicImports: ['_start.js'],
  },
  '_start.js': { file: 'assets/start-1.js', dynamicImports: ['src/wall.tsx', 'src/desk.tsx'] },
  '_shared.js': { file: 'assets/shared-1.js' },
  'src/wall.tsx': {
    file: 'assets/wall-1.js',
    css: ['assets/wall-1.css'],
    imports: ['_shared.js', '_parts.js', 'index.html'],
    dynamicImports: ['src/chart.tsx'],
  },
  '_parts.js': { file: 'assets/parts-1.js' },
  'src/chart.tsx': { file: 'assets/chart-1.js', imports: ['_parts.js'] },
  'src/desk.tsx': { file: 'assets/desk-1.js' },
  'src/late.css': { file: 'assets/late-1.css' },
};
const shell =
  '<!doctype html><html lang="zh-CN"><head><title>shell</title></head><body><div id="root"></div></body></html>';

let root: string;
let home: TestApp;
let failures: unknown[];
beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'cockpit-pages-'));
  mkdirSync(path.join(root, 'dist', '.vite'), { recursive: true });
  mkdirSync(path.join(root, 'static'));
  writeFileSync(path.join(root, 'dist', 'index.html'), shell);
  writeFileSync(path.join(root, 'dist', '.vite', 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(path.join(root, 'static', 'entry-static.js'), painter);
  writeFileSync(path.join(root, 'static', 'package.json'), '{"type":"module"}');
  home = await openTestApp({ services: { choices: true } });
  failures = [];
});
afterEach(async () => {
  await home.close();
  rmSync(root, { recursive: true });
});

const open = (dist = 'dist', distStatic = 'static'): Promise<Pages> =>
  openPages({
    build: null,
    app: home.app,
    clock: () => NOW,
    dist: path.join(root, dist),
    distStatic: path.join(root, distStatic),
    failed: (error) => failures.push(error),
  });

async function ask(pages: Pages, target: string, headers: Record<string, string> = {}) {
  const [asked = '', search = ''] = target.split('?');
  const reply = await pages({
    path: asked,
    search,
    header: (name) => headers[name],
    conditions: {
      method: 'GET',
      acceptEncoding: headers['accept-encoding'],
      ifNoneMatch: headers['if-none-match'],
    },
  });
  return { ...reply, text: reply.body === null ? '' : new TextDecoder().decode(reply.body) };
}

function firstDataOf(text: string): {
  question: Record<string, unknown>;
  board: { asOf: string } | null;
  problem: unknown;
  answers: unknown[];
} {
  const json = /<script type="application\/json" id="first-data">(.*?)<\/script>/s.exec(text)?.[1];
  return JSON.parse(json ?? 'null');
}

describe('a painted page', () => {
  it('holds the first picture, its data, and links to what it needs', async () => {
    const { text, status, headers } = await ask(await open(), '/wall?asOf=2021-04-30', {
      'accept-language': 'en',
    });
    expect(status).toBe(200);
    expect(text).toContain(
      '<html lang="en" data-theme="dark" data-shell="wall" data-reach="near">',
    );
    expect(text).toContain('<title>A &lt;b&gt; &amp; &quot;c&quot;</title>');
    expect(text).toContain('<div id="root"><p>2021-04-30 $& undefined</p></div>');
    expect(firstDataOf(text)).toMatchObject({
      question: { asOf: '2021-04-30', compare: null, knownAt: null, lang: 'en' },
      board: { asOf: '2021-04-30', lang: 'en' },
      problem: null,
    });
    expect(text).toContain('<link rel="stylesheet" crossorigin href="/assets/wall-1.css">');
    const preloaded = [...text.matchAll(/rel="modulepreload" crossorigin href="([^"]+)"/g)].map(
      (match) => match[1],
    );
    expect(preloaded.toSorted()).toEqual([
      '/assets/chart-1.js',
      '/assets/parts-1.js',
      '/assets/wall-1.js',
    ]);
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['cache-control']).toBe('no-cache');
  });

  it('has a wall’s styles in its document, named by their hash in the policy', async () => {
    const css = '.a{color:red}';
    const sheet = '<link rel="stylesheet" crossorigin href="/assets/style-1.css">';
    mkdirSync(path.join(root, 'dist', 'assets'));
    writeFileSync(path.join(root, 'dist', 'assets', 'style-1.css'), css);
    writeFileSync(
      path.join(root, 'dist', 'index.html'),
      shell.replace('</head>', `${sheet}</head>`),
    );
    const { text, headers } = await ask(await open(), '/wall?asOf=2021-04-30');
    expect(text).toContain(`<style>${css}</style>`);
    expect(text).not.toContain(sheet);
    const hash = createHash('sha256').update(css).digest('base64');
    expect(headers['content-security-policy']).toContain(`style-src 'self' 'sha256-${hash}';`);
  });

  it('brings what else it shows in its reader’s name, and a sheet of its own; nothing of it is kept', async () => {
    await addAccount(home, 'leader', ['viewer']);
    const cookie = await signIn(home, 'leader');
    const sheet = '<link rel="stylesheet" crossorigin href="/assets/style-1.css">';
    mkdirSync(path.join(root, 'dist', 'assets'));
    writeFileSync(path.join(root, 'dist', 'assets', 'style-1.css'), '.a{color:red}');
    writeFileSync(path.join(root, 'dist', 'assets', 'late-1.css'), '.b{color:blue}');
    writeFileSync(
      path.join(root, 'dist', 'index.html'),
      shell.replace('</head>', `${sheet}</head>`),
    );
    const { text, headers } = await ask(await open(), '/late?lang=en', { cookie });
    // What is refused is left to the page.
    expect(firstDataOf(text).answers).toEqual([
      [
        ['me', 'en'],
        expect.objectContaining({ account: expect.objectContaining({ id: 'leader' }) }),
      ],
    ]);
    expect(text).toContain('<style id="/assets/late-1.css">.b{color:blue}</style>');
    const hash = createHash('sha256').update('.b{color:blue}').digest('base64');
    expect(headers['content-security-policy']).toContain(`'sha256-${hash}'`);
    expect(headers['cache-control']).toBe('no-store');
  });

  it('cannot be broken out of by its data', async () => {
    await home.load({
      departments: [
        {
          id: 'd.bureau',
          name: { zh: '</script><script>alert(1)</script>', en: '</script><!--' },
          review: false,
          ...inUse,
          recordedAt: '2026-02-01T00:00:00.000Z',
          recordedBy: 'test',
        },
      ],
    });
    const { text } = await ask(await open(), '/wall');
    expect(text).not.toContain('</script><script>alert');
    expect(JSON.stringify(firstDataOf(text))).toContain('</script><script>alert(1)</script>');
  });

  it('shows a workspace that is not open to those who signed in, kept page or not', async () => {
    await addAccount(home, 'leader', ['viewer']);
    const cookie = await signIn(home, 'leader');
    const workspace = { ...sampleAt(RECORDED).workspace, openReading: false };
    const stamp = { recordedAt: '2026-02-01T00:00:00.000Z', recordedBy: 'test' };
    await loadDataset(home.db, { workspace }, stamp);
    const pages = await open();
    for (const round of [1, 2]) {
      const seen = await ask(pages, '/wall', { cookie });
      expect(seen.status, `${round}`).toBe(200);
      expect(firstDataOf(seen.text).board).not.toBeNull();
      const refused = await ask(pages, '/wall', { 'if-none-match': seen.headers.etag ?? '' });
      expect(refused.status, `${round}`).toBe(401);
      expect(firstDataOf(refused.text).board).toBeNull();
    }
  });

  it('comes without script for boxes that run none, with a refresh of its own', async () => {
    const pages = await open();
    const { status, text } = await ask(pages, '/wall/static', { 'accept-language': 'zh' });
    expect(status).toBe(200);
    expect(text).toContain('<p>2021-05-31');
    expect(text).not.toMatch(/<script|modulepreload/);
    expect(text).toContain('<meta http-equiv="refresh" content="60">');
    // 08:00 in UTC is 16:00 at the bureau.
    expect(text).toContain('16:00 生成');
    expect((await ask(pages, '/wall/static/nowhere')).status).toBe(404);
  });

  it.each([
    ['Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 Chrome/69.0.3497.100 Safari/537.36', true],
    ['Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko', true],
    ['Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 Chrome/87.0.4280.88 Safari/537.36', false],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', false],
  ])('says in plain text where the browser is too old: %s', async (browser, isPlain) => {
    const pages = await open();
    const { text } = await ask(pages, '/wall', { 'user-agent': browser, 'accept-language': 'zh' });
    expect(text.includes('浏览器太旧')).toBe(isPlain);
    if (!isPlain) return;
    expect(text).toContain('16.5%');
    expect(text).toMatch(/超 8\.8 亿元[^<]*\(2021-04-30\)/);
    expect(text).not.toMatch(/<script|<link/);
  });

  it('is kept until something is written, and answers 304 until then', async () => {
    const pages = await open();
    const first = await ask(pages, '/wall');
    const etag = first.headers.etag ?? '';
    expect((await ask(pages, '/wall', { 'if-none-match': etag })).status).toBe(304);
    await home.load({
      departments: [
        {
          id: 'd.bureau',
          name: { zh: '新名', en: 'New name' },
          review: false,
          ...inUse,
          recordedAt: '2026-02-01T00:00:00.000Z',
          recordedBy: 'test',
        },
      ],
    });
    const after = await ask(pages, '/wall', { 'if-none-match': etag });
    expect(after.status).toBe(200);
    expect(after.headers.etag).not.toBe(etag);
    expect(after.text).toContain('新名');
  });

  it('shows what the API refuses, with its status and never from a cache', async () => {
    const { status, text, headers } = await ask(await open(), '/wall?compare=2099-01-01');
    expect(status).toBe(400);
    expect(firstDataOf(text)).toMatchObject({
      board: null,
      problem: { code: 'compare-after-as-of' },
    });
    expect(headers['cache-control']).toBe('no-store');
  });

  it('takes its status from the painter where it asks for no board', async () => {
    const pages = await open();
    expect((await ask(pages, '/wall?faulty=1')).status).toBe(400);
    expect((await ask(pages, '/nowhere')).status).toBe(404);
  });

  it('is sent unpainted where painting fails, and the failure is told', async () => {
    const { status, text } = await ask(await open(), '/wall?crash');
    expect(status).toBe(200);
    expect(text).toBe(shell);
    expect(failures).toHaveLength(1);
  });
});

it('without a painter every page is the plain document', async () => {
  const pages = await open('dist', 'nowhere');
  expect((await ask(pages, '/wall')).text).toBe(shell);
});

it('without a built page every page says so', async () => {
  const { status, text } = await ask(await open('nowhere'), '/wall');
  expect(status).toBe(503);
  expect(JSON.parse(text)).toMatchObject({ code: 'not-ready' });
});

it('a document without its places is refused at the start', async () => {
  writeFileSync(
    path.join(root, 'dist', 'index.html'),
    '<html><title>x</title></head><body></body></html>',
  );
  await expect(open()).rejects.toThrow(/no place for root/);
});
