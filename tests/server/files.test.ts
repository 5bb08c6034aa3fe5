import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entryLimits, evidenceTypes } from '#core/contract/lists.ts';
import { safeName } from '#server/files/file-name.ts';
import { memoryFileStore } from '#server/files/memory-file-store.ts';
import { openFileStore } from '#server/node/file-store.ts';
import { addAccount, ORIGIN, signIn } from './accounts.ts';
import { openTestApp, type TestApp } from './test-app.ts';
import { workbook, zipFile } from './zip-file.ts';

const PDF = Buffer.from('%PDF-1.7\n…');
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const EXE = Buffer.from('MZ\x90\x00 This program cannot be run in DOS mode.', 'latin1');

let home: TestApp;
let cookie: string;
beforeEach(async () => {
  home = await openTestApp({ services: { choices: true, files: memoryFileStore() } });
  await addAccount(home, 'reporter', ['reporter'], 'd.bureau');
  await addAccount(home, 'leader', ['viewer']);
  cookie = await signIn(home, 'reporter');
});
afterEach(() => home.close());

const upload = (content: Uint8Array, name: string, more: Record<string, string> = {}) =>
  home.app.fetch(
    new Request(`${ORIGIN}/api/files?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { origin: ORIGIN, cookie, ...more },
      body: new Uint8Array(content),
    }),
  );

const uploaded = async (content: Uint8Array, name: string) =>
  (await (await upload(content, name)).json()) as { hash: string; name: string; type: string };

describe('a file', () => {
  it.each([
    ['a PDF', PDF, '验收 报告.pdf', 'application/pdf'],
    ['a picture', PNG, 'photo.png', 'image/png'],
    [
      'a workbook',
      workbook([{ name: 'xl/printerSettings/printerSettings1.bin', content: 'x' }]),
      '台账.xlsx',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
  ])('is known by its content: %s', async (_, content, name, type) => {
    const reply = await upload(content, name);
    expect(reply.status).toBe(201);
    expect(await reply.json()).toMatchObject({ name, type, bytes: content.length });
  });

  it('is given back as it came, to be saved and never to be shown', async () => {
    const { hash } = await uploaded(PDF, 'a.pdf');
    await upload(PDF, 'the same again.pdf');
    const reply = await home.get(`/files/${hash}?name=${encodeURIComponent('验收 (终).pdf')}`, {
      cookie,
    });
    expect(reply.status).toBe(200);
    expect(Buffer.from(await reply.arrayBuffer())).toEqual(PDF);
    expect(reply.headers.get('content-disposition')).toBe(
      `attachment; filename="__ (_).pdf"; filename*=UTF-8''%E9%AA%8C%E6%94%B6%20%28%E7%BB%88%29.pdf`,
    );
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
    expect(reply.headers.get('content-security-policy')).toContain('sandbox');
    expect(reply.headers.get('cache-control')).toContain('no-store');
  });

  it('keeps the ending of what it is, whatever it is called', async () => {
    const { name } = await uploaded(PDF, 'invoice\u202efdp.exe');
    expect(name).toBe('invoicefdp.exe.pdf');
    const anyName = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(anyName, fc.constantFrom(...evidenceTypes), (given, type) => {
        const made = safeName(given, type);
        expect(made).toMatch(/[^.]\.(pdf|jpe?g|png|webp|docx|xlsx|pptx)$/);
        expect(made).not.toMatch(/[\\/"\u202a-\u202e]/);
        expect([...made].length).toBeLessThanOrEqual(200);
        expect(safeName(made, type)).toBe(made);
      }),
    );
  });

  it('may be read by who may read, and by nobody else', async () => {
    const { hash } = await uploaded(PDF, 'a.pdf');
    expect((await home.get(`/files/${hash}`)).status).toBe(401);
    const leader = await signIn(home, 'leader');
    expect((await home.get(`/files/${hash}`, { cookie: leader })).status).toBe(200);
    for (const key of ['0'.repeat(64), '..%2fsecret', 'x']) {
      expect((await home.get(`/files/${key}`, { cookie })).status).toBe(404);
    }
  });
});

describe('a file is refused, with a sentence', () => {
  const bomb = Buffer.alloc(11 * 1024 * 1024);
  it.each([
    ['a program that calls itself a PDF', EXE],
    ['nothing at all', Buffer.alloc(0)],
    ['a page', Buffer.from('<html><script>alert(1)</script>')],
    ['an archive that is no Office file', zipFile([{ name: 'a.txt', content: 'x' }])],
    [
      'a workbook with macros',
      workbook([], 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
    ],
    ['a hidden macro', workbook([{ name: 'xl/vbaProject.bin', content: 'x' }])],
    ['a bomb that says so', workbook([{ name: 'xl/a.xml', content: bomb }])],
    ['a bomb that hides it', workbook([{ name: 'xl/a.xml', content: bomb, said: 100 }])],
    ['one that says it is 4 GB', workbook([{ name: 'a', content: 'x', said: 0xfffffff0 }])],
    ['a locked one', workbook([{ name: 'a', content: 'x', encrypted: true }])],
    ['half of one', workbook().subarray(0, 200)],
  ])('%s', async (_, content) => {
    for (const [lang, han] of [
      ['zh', true],
      ['en', false],
    ] as const) {
      const reply = await upload(content, 'report.pdf', { 'accept-language': lang });
      expect(reply.status).toBe(415);
      const problem = (await reply.json()) as { fields: { path: string; message: string }[] };
      expect(problem.fields.map((field) => field.path)).toEqual(['file']);
      expect(/\p{Script=Han}/u.test(problem.fields[0]?.message ?? '')).toBe(han);
    }
    expect(await home.db.selectFrom('files').selectAll().execute()).toEqual([]);
  });

  it('one that is too large, as soon as it says so', async () => {
    const announced = await upload(PDF, 'a.pdf', { 'content-length': '209715200' });
    expect(announced.status).toBe(413);
    const sent = await upload(Buffer.alloc(entryLimits.fileBytes + 1), 'a.pdf');
    expect(sent.status).toBe(413);
    expect(await sent.json()).toMatchObject({ code: 'too-large' });
  });

  it('from somebody who may not enter anything', async () => {
    cookie = await signIn(home, 'leader');
    expect((await upload(PDF, 'a.pdf')).status).toBe(403);
  });
});

describe('the folder of files', () => {
  it('holds whole contents under their names, and nothing else', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'cockpit-files-'));
    const files = openFileStore(path.join(folder, 'files'));
    const hash = 'ab'.repeat(32);
    expect(await files.get(hash)).toBeNull();
    await Promise.all([files.put(hash, new Uint8Array(PDF)), files.put(hash, new Uint8Array(PDF))]);
    expect(Buffer.from((await files.get(hash)) ?? [])).toEqual(PDF);
    expect(await readdir(path.join(folder, 'files', 'ab'))).toEqual([hash]);
    await expect(files.get('../../etc/passwd')).rejects.toThrow(RangeError);
    await rm(folder, { recursive: true });
  });
});
