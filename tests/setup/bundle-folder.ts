import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ExportJob } from '#core/contract/export.ts';
import type { Language } from '#core/contract/lists.ts';
import { checkUnpacked, zipEntries, zipText } from '#server/files/zip.ts';
import { addServedAccount, PASSWORD } from './served-account.ts';
import { serveCockpit } from './served-cockpit.ts';

export type BundleFolder = {
  /** Where its index.html lies on the disk. */
  readonly folder: string;
  /** `file://…/index.html`. */
  readonly url: string;
  /** Of the archive, in bytes. */
  readonly bytes: number;
  readonly remove: () => Promise<void>;
};

/**
 * A meeting over the default dataset, frozen, taken away as a bundle from a real server, and unpacked. The server is
 * gone when this returns. Throws where nothing is built (`npm run build`).
 */
export async function bundleFolder(lang: Language = 'zh'): Promise<BundleFolder> {
  const cockpit = await serveCockpit();
  const place = await mkdtemp(join(tmpdir(), 'cockpit-bundle-'));
  try {
    const reviewer = {
      login: 'office',
      name: '办公室',
      role: 'reviewer',
      department: null,
    } as const;
    await addServedAccount(cockpit, reviewer);
    let cookie = '';
    const ask = async (method: string, path: string, body?: unknown): Promise<Response> => {
      const reply = await fetch(`${cockpit.url}/api${path}`, {
        method,
        headers: { origin: cockpit.url, cookie, 'content-type': 'application/json' },
        body: body === undefined ? null : JSON.stringify(body),
      });
      if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
      return reply;
    };
    const session = await ask('POST', '/session', { login: 'office', password: PASSWORD });
    cookie = (session.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const meeting = { title: '五月改革例会', date: '2021-06-02', asOf: '2021-05-31' };
    const made = await ask('POST', '/meetings', { ...meeting, compare: '2021-04-30' });
    const { id } = (await made.json()) as { id: string };
    await ask('POST', `/meetings/${id}/snapshot`, {});
    const order = await ask('POST', `/meetings/${id}/exports`, { format: 'bundle', lang });
    let job = (await order.json()) as ExportJob;
    while (job.state === 'waiting' || job.state === 'running') {
      await new Promise((settle) => setTimeout(settle, 100));
      job = (await (await ask('GET', `/exports/${job.id}`)).json()) as ExportJob;
    }
    if (job.state !== 'done') throw new Error(`the bundle was not made: ${job.fault}`);
    const file = await ask('GET', `/exports/${job.id}/file`);
    const archive = new Uint8Array(await file.arrayBuffer());
    const entries = zipEntries(archive);
    await checkUnpacked(archive, entries);
    for (const entry of entries) {
      const to = join(place, entry.name);
      await mkdir(dirname(to), { recursive: true });
      await writeFile(to, await zipText(archive, entry));
    }
    const folder = join(place, entries[0]?.name.split('/')[0] ?? '');
    return {
      folder,
      url: pathToFileURL(join(folder, 'index.html')).href,
      bytes: archive.length,
      remove: () => rm(place, { recursive: true, force: true }),
    };
  } finally {
    await cockpit.close();
  }
}
