/** The minutes of a meeting: what was shown, what was decided, how each decision stands today. */
import { minutesSchema } from '#core/contract/meeting.ts';
import { withSnapshot } from '#server/db/dialects.ts';
import { type PrivateRoute, readersRoute } from '#server/http/private-route.ts';
import { isSimulated, meetingOutline } from './meeting-detail.ts';
import { resolutionStates } from './resolution-views.ts';

export const minutesReads: readonly PrivateRoute[] = [
  readersRoute({
    path: '/meetings/{id}/minutes',
    summary: 'Minutes: who took part, what was shown, what was decided and how it stands today',
    parameters: ['lang'],
    reply: minutesSchema,
    answer: async (ask) => {
      const { key, lang, today, workspace } = ask;
      const { agenda, meeting, resolutions, slides } = await meetingOutline(ask, key);
      const standing = resolutions.filter((row) => !row.withdrawn);
      const titles = new Map(slides.map((slide) => [slide.key, slide.title]));
      const items = agenda.flatMap((item) => {
        const own = standing.filter((row) => row.item === item.key);
        if (!item.shown && own.length === 0) return [];
        const title = item.title ?? titles.get(item.key) ?? item.key;
        return [{ key: item.key, title, resolutions: own }];
      });
      const states = await withSnapshot(ask.db, (db) =>
        resolutionStates({ db, workspace, asOf: today, knownAt: null, lang }, key),
      );
      return { meeting, simulated: await isSimulated(ask, meeting), items, states };
    },
  }),
];
