/** Evidence: taken in by content, kept under its hash, given out to be saved and never to be shown. */
import { entryLimits, type Language } from '#core/contract/lists.ts';
import { evidenceSchema, hashSchema } from '#core/contract/task.ts';
import { sha256 } from '#server/accounts/secrets.ts';
import { notFound } from '#server/http/not-found.ts';
import { type DownloadRoute, downloadRoute } from '#server/http/private-route.ts';
import { ProblemError } from '#server/http/problem.ts';
import type { FileStore, Services } from '#server/http/services.ts';
import { type WriteRoute, writeRoute } from '#server/http/write-route.ts';
import { type FileFault, fileKind } from './file-kind.ts';
import { safeName } from './file-name.ts';
import { findFiles, noteFile } from './files.repository.ts';

const FAULTS: Readonly<Record<FileFault, Readonly<Record<Language, string>>>> = {
  empty: { zh: '这个文件是空的。', en: 'The file is empty.' },
  unknown: {
    zh: '按内容看，这不是 PDF、图片（JPEG、PNG、WebP）或 Office 文件（docx、xlsx、pptx）。',
    en: 'By its content this is no PDF, picture (JPEG, PNG, WebP) or Office file (docx, xlsx, pptx).',
  },
  macros: {
    zh: '这个 Office 文件带有宏，不能收。请另存为不带宏的文件。',
    en: 'This Office file carries macros and is not taken. Save it without them.',
  },
  bomb: {
    zh: '这个文件解压后过大，不能收。',
    en: 'This file unpacks to more than is taken here.',
  },
  broken: {
    zh: '这个文件已损坏或加了密码，打不开。',
    en: 'This file is broken or locked with a password.',
  },
};

const storeOf = (services: Services): FileStore => {
  if (services.files !== undefined) return services.files;
  throw new ProblemError('not-ready', 'This home keeps no files.');
};

export const fileWrites: readonly WriteRoute[] = [
  writeRoute({
    method: 'POST',
    path: '/files',
    summary: 'Takes in a file by its content: PDF, JPEG, PNG, WebP, docx, xlsx, pptx',
    action: 'file.add',
    right: 'check-in',
    touches: 'private',
    parameters: ['name'],
    body: null,
    takesBytes: entryLimits.fileBytes,
    reply: evidenceSchema,
    prepare: async ({ body, lang, query, services }) => {
      const content = body as unknown as Uint8Array<ArrayBuffer>;
      const kind = await fileKind(content);
      if ('fault' in kind) {
        const message = FAULTS[kind.fault][lang];
        throw new ProblemError('unsupported-media', message, {
          fields: [{ path: 'file', message }],
        });
      }
      const hash = await sha256(content);
      // No row names it yet, so nobody can ask for it; putting the same content by again changes nothing.
      await storeOf(services).put(hash, content);
      const { type } = kind;
      return { hash, name: safeName(query.name ?? null, type), bytes: content.length, type };
    },
    act: async ({ db, now, principal }, file) => {
      const { hash, name, bytes, type } = file;
      await noteFile(db, hash, { bytes, type }, { recordedAt: now, recordedBy: principal.account });
      return {
        status: 201,
        reply: file,
        audit: { subject: `file:${hash}`, after: { name, bytes, type } },
      };
    },
  }),
];

export const fileDownloads: readonly DownloadRoute[] = [
  downloadRoute({
    path: '/files/{hash}',
    summary: 'A file, to be saved: always an attachment, under the name asked for',
    parameters: ['name', 'lang'],
    right: 'read',
    answer: async ({ db, key, query, services }) => {
      const known = hashSchema.safeParse(key).success ? await findFiles(db, [key]) : new Map();
      const file = known.get(key);
      const content = file === undefined ? null : await storeOf(services).get(key);
      if (file === undefined || content === null) throw notFound('file', key, []);
      return { content, type: file.type, name: safeName(query.name ?? null, file.type) };
    },
  }),
];
