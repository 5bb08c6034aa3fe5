/** Every route of the API but those of read-routes.ts, in the order of the document. */
import { accountReads, accountWrites } from './accounts/accounts.routes.ts';
import { passwordWrites } from './accounts/password.routes.ts';
import { sessionReads, sessionWrites } from './accounts/session.routes.ts';
import { auditDownloads, auditReads } from './audit/audit.routes.ts';
import { entryWrites } from './entries/entries.routes.ts';
import { entryReads } from './entries/entry-sheet.routes.ts';
import { reviewReads, reviewWrites } from './entries/review.routes.ts';
import { statementReads } from './entries/statements.routes.ts';
import { exportDownloads, exportReads, exportWrites } from './exports/exports.routes.ts';
import { fileDownloads, fileWrites } from './files/files.routes.ts';
import type { DownloadRoute, PrivateRoute } from './http/private-route.ts';
import type { WriteRoute } from './http/write-route.ts';
import { freezeReads, freezeWrites } from './meetings/freeze.routes.ts';
import { meetingDownloads, meetingReads, meetingWrites } from './meetings/meetings.routes.ts';
import { minutesReads } from './meetings/minutes.routes.ts';
import { reminderReads, reminderWrites } from './meetings/reminders.routes.ts';
import { resolutionWrites } from './meetings/resolutions.routes.ts';
import { stageReads, stageWrites } from './meetings/stage.routes.ts';
import { timelineReads } from './meetings/timeline.routes.ts';
import { questionWrites } from './questions/settle.routes.ts';
import { registerReads, registerWrites } from './registers/registers.routes.ts';
import { deviceReads, deviceWrites } from './screens/device.routes.ts';
import { screenDownloads, screenReads, screenWrites } from './screens/screens.routes.ts';
import { checkInRoutes } from './tasks/check-ins.routes.ts';
import { watchReads } from './watch/watch.routes.ts';

/** Reads whose answer depends on who asks. */
export const privateRoutes: readonly PrivateRoute[] = [
  ...sessionReads,
  ...accountReads,
  ...auditReads,
  ...entryReads,
  ...statementReads,
  ...reviewReads,
  ...registerReads,
  ...watchReads,
  ...exportReads,
  ...deviceReads,
  ...screenReads,
  ...meetingReads,
  ...stageReads,
  ...reminderReads,
  ...freezeReads,
  ...minutesReads,
  ...timelineReads,
];

/** Reads whose answer is a file. */
export const downloadRoutes: readonly DownloadRoute[] = [
  ...fileDownloads,
  ...auditDownloads,
  ...exportDownloads,
  ...screenDownloads,
  ...meetingDownloads,
];

export const writeRoutes: readonly WriteRoute[] = [
  ...sessionWrites,
  ...passwordWrites,
  ...accountWrites,
  ...checkInRoutes,
  ...fileWrites,
  ...entryWrites,
  ...reviewWrites,
  ...registerWrites,
  ...questionWrites,
  ...exportWrites,
  ...deviceWrites,
  ...screenWrites,
  ...meetingWrites,
  ...resolutionWrites,
  ...reminderWrites,
  ...freezeWrites,
  ...stageWrites,
];
