/** The fleet: walls that are registered, and devices that wait to be. */
import {
  fleetSchema,
  fleetSettingsSchema,
  type Screen,
  screenCommandSchema,
  screenConfirmInputSchema,
  screenSchema,
  screenSettingsSchema,
} from '#core/contract/screen.ts';
import type { Instant } from '#core/domain/records.ts';
import { beatOf, isCommandAlive } from '#core/domain/screens.ts';
import { newId } from '#server/accounts/secrets.ts';
import { announceScreen } from '#server/db/dialects.ts';
import type { Db } from '#server/db/tables.ts';
import {
  type DownloadRoute,
  downloadRoute,
  type PrivateRoute,
  privateRoute,
} from '#server/http/private-route.ts';
import { ProblemError } from '#server/http/problem.ts';
import { type WriteRoute, writeRoute } from '#server/http/write-route.ts';
import { readDataVersion } from '#server/store/store.repository.ts';
import { listCodes, spendCode } from './screen-codes.repository.ts';
import {
  addScreen,
  type BeatRecord,
  changeScreen,
  findPicture,
  findScreen,
  leaveCommand,
  listScreens,
  readBeats,
  readReloadHour,
  revokeScreen,
  type ScreenRecord,
  setReloadHour,
  settingsOf,
} from './screens.repository.ts';

const unknown = () => new ProblemError('not-found', 'There is no such screen.');

function shown(record: ScreenRecord, beat: BeatRecord | undefined, now: Instant): Screen {
  const { command, version, ...rest } = record;
  return {
    ...rest,
    version: String(version),
    beat: beatOf(beat?.at ?? null, now),
    seen:
      beat === undefined
        ? null
        : { ...beat.said, at: beat.at, picture: beat.picture_hash, pictureAt: beat.picture_at },
    pending: command !== null && isCommandAlive(command.at, now) ? command.told : null,
  };
}

async function known(db: Db, id: string): Promise<ScreenRecord> {
  const screen = await findScreen(db, id);
  if (screen === null) throw unknown();
  return screen;
}

/** One that may still be told something. */
async function registered(db: Db, id: string): Promise<ScreenRecord> {
  const screen = await known(db, id);
  if (screen.revokedAt !== null)
    throw new ProblemError('conflict', 'The registration of this screen was revoked.');
  return screen;
}

async function reply(db: Db, id: string, now: Instant): Promise<Screen> {
  return shown(await known(db, id), (await readBeats(db, id)).get(id), now);
}

export const screenReads: readonly PrivateRoute[] = [
  privateRoute({
    path: '/screens',
    summary: 'Every screen with what it last said of itself, and the devices that wait with a code',
    parameters: ['lang'],
    right: 'keep-screens',
    reply: fleetSchema,
    answer: async ({ db, now, services }) => {
      const beats = await readBeats(db, null);
      return {
        screens: (await listScreens(db)).map((one) => shown(one, beats.get(one.id), now)),
        waiting: await listCodes(db, now),
        reloadHour: await readReloadHour(db),
        build: services.build ?? null,
        dataVersion: await readDataVersion(db),
        now,
      };
    },
  }),
];

export const screenDownloads: readonly DownloadRoute[] = [
  downloadRoute({
    path: '/screen-pictures/{hash}',
    summary: 'The small picture of what a screen shows',
    parameters: ['lang'],
    right: 'keep-screens',
    answer: async ({ db, key }) => {
      const picture = await findPicture(db, key);
      if (picture === null) throw new ProblemError('not-found', 'There is no such picture.');
      const content = Uint8Array.from(atob(picture.content), (letter) => letter.charCodeAt(0));
      return { content, type: picture.type, name: 'screen' };
    },
  }),
];

export const screenWrites: readonly WriteRoute[] = [
  writeRoute({
    method: 'POST',
    path: '/screens',
    summary: 'Confirms the device that shows a code as a screen',
    action: 'screen.confirm',
    right: 'keep-screens',
    touches: 'private',
    body: screenConfirmInputSchema,
    reply: screenSchema,
    act: async ({ db, body, lang, now, principal }) => {
      const { code, ...settings } = body;
      const token = await spendCode(db, code, now);
      if (token === null) {
        const message =
          lang === 'zh'
            ? '没有大屏正显示这个编码，它可能刚刚换过。'
            : 'No screen shows this code; it may just have changed.';
        throw new ProblemError('not-accepted', message, { fields: [{ path: 'code', message }] });
      }
      const id = newId(Date.parse(now));
      await addScreen(db, { id, token, settings, by: principal.account, now });
      return {
        status: 201,
        reply: await reply(db, id, now),
        audit: { subject: `screen:${id}`, after: settings },
      };
    },
  }),
  writeRoute({
    method: 'PUT',
    path: '/screens/{id}',
    summary:
      'Changes what is set for a screen: name, place, pages, seconds, theme, language, distance, size',
    action: 'screen.change',
    right: 'keep-screens',
    touches: 'private',
    body: screenSettingsSchema,
    reply: screenSchema,
    act: async ({ db, key, body, ifMatch, now }) => {
      const before = await registered(db, key);
      if (ifMatch === null)
        throw new ProblemError('version-required', 'If-Match names the version of the screen.');
      if (ifMatch !== String(before.version)) {
        const detail = 'The screen was changed since it was opened.';
        const current = await reply(db, key, now);
        throw new ProblemError('stale-version', detail, { current });
      }
      await changeScreen(db, key, body);
      await announceScreen(db, key);
      return {
        status: 200,
        reply: await reply(db, key, now),
        audit: { subject: `screen:${key}`, before: settingsOf(before), after: body },
        screen: key,
      };
    },
  }),
  writeRoute({
    method: 'POST',
    path: '/screens/{id}/command',
    summary: 'Shows a page now, or loads the screen anew',
    action: 'screen.command',
    right: 'keep-screens',
    touches: 'private',
    body: screenCommandSchema,
    reply: screenSchema,
    act: async ({ db, key, body, lang, now }) => {
      const screen = await registered(db, key);
      if (body.kind === 'show' && !screen.pages.includes(body.page)) {
        const message =
          lang === 'zh'
            ? '这一页没有分配给这块大屏。'
            : 'This page is not among those assigned to the screen.';
        throw new ProblemError('not-accepted', message, { fields: [{ path: 'page', message }] });
      }
      await leaveCommand(db, key, body, now);
      await announceScreen(db, key);
      return {
        status: 200,
        reply: await reply(db, key, now),
        audit: { subject: `screen:${key}`, after: body },
        screen: key,
      };
    },
  }),
  writeRoute({
    method: 'DELETE',
    path: '/screens/{id}',
    summary: 'Revokes the registration of a screen: its token opens nothing any more',
    action: 'screen.revoke',
    right: 'keep-screens',
    touches: 'private',
    body: null,
    reply: screenSchema,
    act: async ({ db, key, now }) => {
      const before = await registered(db, key);
      await revokeScreen(db, key, now);
      await announceScreen(db, key);
      return {
        status: 200,
        reply: await reply(db, key, now),
        audit: { subject: `screen:${key}`, before: settingsOf(before) },
        screen: key,
      };
    },
  }),
  writeRoute({
    method: 'PUT',
    path: '/screen-settings',
    summary: 'The hour in which screens take over a new build by themselves',
    action: 'screen.settings',
    right: 'keep-screens',
    touches: 'private',
    body: fleetSettingsSchema,
    reply: fleetSettingsSchema,
    act: async ({ db, body }) => {
      const before = { reloadHour: await readReloadHour(db) };
      await setReloadHour(db, body.reloadHour);
      return {
        status: 200,
        reply: body,
        audit: { subject: 'screens', before, after: body },
      };
    },
  }),
];
