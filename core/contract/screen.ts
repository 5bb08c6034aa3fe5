/** Registered walls: what is set for them, what they say of themselves, and what they are told. */
import { z } from 'zod';
import { colourThemes, screenBeats, screenLimits, screenStates, wallPages } from './lists.ts';
import { instantSchema, languageSchema } from './primitives.ts';

const wallPageSchema = z.enum(wallPages);

/** What an administrator decides for a wall. */
export const screenSettingsSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(screenLimits.name),
    /** Where it hangs; may be empty. */
    place: z.string().trim().max(screenLimits.place),
    /** In the order in which they are shown; the tasks come second while one of them is overdue. */
    pages: z
      .array(wallPageSchema)
      .min(1)
      .max(wallPages.length)
      .refine((pages) => new Set(pages).size === pages.length, { message: 'each page once' }),
    /** How long each page stays. */
    seconds: z.int().min(screenLimits.secondsMin).max(screenLimits.secondsMax),
    theme: z.enum(colourThemes),
    lang: languageSchema,
    /** Metres from which it is read; null = near enough for everything on it. */
    distance: z
      .number()
      .min(screenLimits.distanceMin)
      .max(screenLimits.distanceMax)
      .multipleOf(0.1)
      .nullable()
      .default(null),
    /** Metres of its shorter side; null = that of a 55-inch screen. */
    side: z
      .number()
      .min(screenLimits.sideMin)
      .max(screenLimits.sideMax)
      .multipleOf(0.01)
      .nullable()
      .default(null),
  })
  .meta({ id: 'ScreenSettings' });
export type ScreenSettings = z.infer<typeof screenSettingsSchema>;

const ownScreenSchema = screenSettingsSchema
  .extend({ id: z.string() })
  .meta({ id: 'OwnScreen', description: 'What a wall is told of itself' });
export type OwnScreen = z.infer<typeof ownScreenSchema>;

/** How the device that asks stands. */
export const screenSelfSchema = z
  .strictObject({
    state: z.enum(screenStates),
    /** Shown until an administrator confirms it; null where none is waited for. */
    code: z.string().nullable(),
    expiresAt: instantSchema.nullable(),
    /** null unless it is registered. */
    screen: ownScreenSchema.nullable(),
  })
  .meta({ id: 'ScreenSelf' });
export type ScreenSelf = z.infer<typeof screenSelfSchema>;

const pixelsSchema = z.int().min(1).max(32_768);
const ratioSchema = z.number().min(0.1).max(20);

/** The device as it describes itself: width and height in CSS pixels. */
export const screenCodeInputSchema = z
  .strictObject({
    width: pixelsSchema,
    height: pixelsSchema,
    pixelRatio: ratioSchema,
    userAgent: z.string().max(400),
  })
  .meta({ id: 'ScreenCodeInput' });

/** A device that shows a code and waits to be confirmed. */
export const waitingScreenSchema = screenCodeInputSchema
  .extend({
    code: z.string(),
    /** null = the server does not know. */
    address: z.string().nullable(),
    since: instantSchema,
    expiresAt: instantSchema,
  })
  .meta({ id: 'WaitingScreen' });
export type WaitingScreen = z.infer<typeof waitingScreenSchema>;

export const screenConfirmInputSchema = screenSettingsSchema
  .extend({ code: z.string().trim().min(1).max(20) })
  .meta({ id: 'ScreenConfirmInput' });
export type ScreenConfirmInput = z.infer<typeof screenConfirmInputSchema>;

export const screenErrorSchema = z.strictObject({
  text: z.string().max(screenLimits.error),
  at: instantSchema,
});

/** What a wall says of itself once a minute. null = it does not know. */
const saidSchema = z.strictObject({
  /** null = it shows none of the pages (a code, an address that leads nowhere). */
  page: wallPageSchema.nullable(),
  width: pixelsSchema,
  height: pixelsSchema,
  pixelRatio: ratioSchema,
  /** Of the page that it runs. */
  build: z.string().max(64).nullable(),
  /** The newest that it heard of. */
  dataVersion: z.int().nullable(),
  /** Seconds since the page was loaded. */
  uptimeS: z.int().min(0),
  /** Bytes of script memory; only some browsers tell. */
  memoryBytes: z.int().min(0).nullable(),
  error: screenErrorSchema.nullable(),
  /** False where the browser cannot make a picture of the page. */
  canPicture: z.boolean(),
});
export type ScreenSaid = z.infer<typeof saidSchema>;

/** Longest base64 of a picture. */
const PICTURE_TEXT = Math.ceil(screenLimits.pictureBytes / 3) * 4;

export const heartbeatInputSchema = saidSchema
  .extend({
    /** A small picture of what is shown (JPEG, WebP or PNG) in base64; null = none with this one. */
    picture: z.base64().max(PICTURE_TEXT).nullable(),
  })
  .meta({ id: 'HeartbeatInput' });
export type HeartbeatInput = z.infer<typeof heartbeatInputSchema>;

const commandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('show'), page: wallPageSchema }),
  z.strictObject({ kind: z.literal('reload') }),
]);
export const screenCommandSchema = commandSchema.meta({ id: 'ScreenCommand' });
export type ScreenCommand = z.infer<typeof screenCommandSchema>;

export const heartbeatSchema = z
  .strictObject({
    now: instantSchema,
    /** Seconds until the next one is expected. */
    everyS: z.int().positive(),
    /** Build that the server serves; null = it does not know. */
    build: z.string().nullable(),
    screen: ownScreenSchema,
    /** To be done now; told once. */
    command: screenCommandSchema.nullable(),
    /** Whether a picture is asked for. */
    wantsPicture: z.boolean(),
  })
  .meta({ id: 'Heartbeat' });
export type Heartbeat = z.infer<typeof heartbeatSchema>;

/** What is known of a wall from its last heartbeat. */
const seenSchema = saidSchema
  .extend({
    at: instantSchema,
    /** Name of the last picture (`/screen-pictures/{hash}`); null = none yet. */
    picture: z.string().nullable(),
    pictureAt: instantSchema.nullable(),
  })
  .meta({ id: 'ScreenSeen' });

export const screenSchema = screenSettingsSchema
  .extend({
    id: z.string(),
    /** Of the settings; to change them on (If-Match). */
    version: z.string(),
    registeredAt: instantSchema,
    /** null = it is registered. */
    revokedAt: instantSchema.nullable(),
    beat: z.enum(screenBeats),
    seen: seenSchema.nullable(),
    /** Told, and not yet fetched by the wall; null = nothing is. */
    pending: screenCommandSchema.nullable(),
  })
  .meta({ id: 'Screen' });
export type Screen = z.infer<typeof screenSchema>;

export const fleetSettingsSchema = z
  .strictObject({
    /** Hour of the bureau's day (UTC+8) in which walls take over a new build by themselves. */
    reloadHour: z.int().min(0).max(23),
  })
  .meta({ id: 'FleetSettings' });
export type FleetSettings = z.infer<typeof fleetSettingsSchema>;

export const fleetSchema = fleetSettingsSchema
  .extend({
    screens: z.array(screenSchema),
    waiting: z.array(waitingScreenSchema),
    /** Build that the server serves; null = it does not know. */
    build: z.string().nullable(),
    dataVersion: z.int(),
    now: instantSchema,
  })
  .meta({ id: 'Fleet' });
export type Fleet = z.infer<typeof fleetSchema>;
