/** What a wall asks about itself: a code to be confirmed by, how it stands, and its heartbeat. */

import { screenLimits } from '#core/contract/lists.ts';
import {
  heartbeatInputSchema,
  heartbeatSchema,
  type OwnScreen,
  screenCodeInputSchema,
  screenSelfSchema,
} from '#core/contract/screen.ts';
import type { Instant } from '#core/domain/records.ts';
import { BEAT_S, isPictureDue, isReloadTime } from '#core/domain/screens.ts';
import { newSecret, sha256 } from '#server/accounts/secrets.ts';
import type { Db } from '#server/db/tables.ts';
import { fileKind } from '#server/files/file-kind.ts';
import { type PrivateRoute, personalRoute } from '#server/http/private-route.ts';
import { ProblemError } from '#server/http/problem.ts';
import { openRoute, type WriteRoute } from '#server/http/write-route.ts';
import { dropCode, findCodeBySecret, openCode } from './screen-codes.repository.ts';
import {
  findScreenBySecret,
  type NewPicture,
  noteBeat,
  readBeats,
  readReloadHour,
  type ScreenRecord,
  settingsOf,
  takeCommand,
} from './screens.repository.ts';

const own = ({ id, ...record }: ScreenRecord): OwnScreen => ({ id, ...settingsOf(record) });

async function self(db: Db, secret: string | null, now: Instant) {
  const screen = await findScreenBySecret(db, secret);
  if (screen !== null) {
    const state = screen.revokedAt === null ? ('registered' as const) : ('revoked' as const);
    const shown = screen.revokedAt === null ? own(screen) : null;
    return { state, code: null, expiresAt: null, screen: shown };
  }
  const waiting = await findCodeBySecret(db, secret, now);
  return {
    state: waiting === null ? ('none' as const) : ('waiting' as const),
    code: waiting?.code ?? null,
    expiresAt: waiting?.expiresAt ?? null,
    screen: null,
  };
}

/**
 * The registered wall that carries this secret.
 * @throws ProblemError `unauthenticated`, or `screen-revoked` where it was one
 */
async function registered(db: Db, secret: string | null): Promise<ScreenRecord> {
  const screen = await findScreenBySecret(db, secret);
  if (screen === null)
    throw new ProblemError('unauthenticated', 'This device is not a registered screen.');
  if (screen.revokedAt !== null)
    throw new ProblemError('screen-revoked', 'The registration of this screen was revoked.');
  return screen;
}

/** @throws ProblemError where it is no picture or too large, whatever it calls itself */
async function pictureOf(base64: string | null): Promise<NewPicture | null> {
  if (base64 === null) return null;
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  if (bytes.length > screenLimits.pictureBytes) {
    const message = `A picture has at most ${screenLimits.pictureBytes} bytes.`;
    throw new ProblemError('too-large', message, { fields: [{ path: 'picture', message }] });
  }
  const kind = await fileKind(bytes);
  const type = 'type' in kind ? kind.type : '';
  if (!type.startsWith('image/')) {
    const message = 'A picture is JPEG, WebP or PNG, by its content.';
    throw new ProblemError('unsupported-media', message, {
      fields: [{ path: 'picture', message }],
    });
  }
  return { hash: await sha256(bytes), type, content: base64 };
}

export const deviceReads: readonly PrivateRoute[] = [
  personalRoute({
    path: '/screen',
    summary: 'How the device that asks stands: no screen, waiting with a code, registered, revoked',
    parameters: ['lang'],
    reply: screenSelfSchema,
    answer: ({ db, device, now }) => self(db, device, now),
  }),
];

type Beat = { readonly screen: ScreenRecord; readonly picture: NewPicture | null };

export const deviceWrites: readonly WriteRoute[] = [
  openRoute({
    method: 'POST',
    path: '/screen/code',
    summary: 'A code for a device that wants to be a screen; its secret goes into a cookie',
    action: 'screen.code',
    touches: 'telemetry',
    body: screenCodeInputSchema,
    reply: screenSelfSchema,
    act: async ({ db, body, device, address, now }) => {
      const screen = await findScreenBySecret(db, device);
      if (screen !== null && screen.revokedAt === null)
        throw new ProblemError('conflict', 'This device is a registered screen already.');
      if (device !== null) await dropCode(db, device);
      const secret = newSecret();
      const waiting = await openCode(db, { secret, device: body, address, now });
      const { code, expiresAt } = waiting;
      return {
        status: 201,
        reply: { state: 'waiting' as const, code, expiresAt, screen: null },
        audit: { subject: 'screen' },
        device: secret,
      };
    },
  }),
  openRoute({
    method: 'POST',
    path: '/screen/heartbeat',
    summary: 'What a registered screen says of itself, and what it is told',
    action: 'screen.heartbeat',
    touches: 'telemetry',
    body: heartbeatInputSchema,
    reply: heartbeatSchema,
    prepare: async ({ readDb, body, device }): Promise<Beat> => ({
      screen: await registered(readDb, device),
      picture: await pictureOf(body.picture),
    }),
    act: async ({ db, body, device, now, services }, { screen, picture }) => {
      const { picture: _, ...said } = body;
      const before = (await readBeats(db, screen.id)).get(screen.id) ?? null;
      const build = services.build ?? null;
      const isOld = build !== null && said.build !== null && said.build !== build;
      const toldBuild = before?.told_build ?? null;
      // Told once for each build: one that does not get there by loading anew would go on doing so.
      const isItsHour =
        isOld && toldBuild !== build && isReloadTime(screen.id, await readReloadHour(db), now);
      const left = await takeCommand(db, screen.id, now);
      await noteBeat(db, screen.id, {
        said,
        picture,
        toldBuild: isItsHour ? build : toldBuild,
        now,
      });
      const pictureAt = picture === null ? (before?.picture_at ?? null) : now;
      return {
        status: 200,
        reply: {
          now,
          everyS: BEAT_S,
          build,
          screen: own(screen),
          command: left ?? (isItsHour ? { kind: 'reload' as const } : null),
          wantsPicture: said.canPicture && isPictureDue(pictureAt, now),
        },
        audit: { subject: `screen:${screen.id}` },
        // The same secret, for as long again.
        ...(device === null ? {} : { device }),
      };
    },
  }),
];
