/** What an offline bundle tells of its meeting: as it is told to whoever asks for the bundle, in both languages. */
import type { Language } from '#core/contract/lists.ts';
import type { SnapshotHead } from '#core/contract/meeting.ts';
import type { BundledDetail, BundledMeeting } from '#server/bundle/bundle-content.ts';
import type { WriteAsk } from '#server/http/write-route.ts';
import { createKept } from '#server/kept/kept.ts';
import { holdsMeetings } from '#server/meetings/meeting-access.ts';
import { meetingDetail } from '#server/meetings/meeting-detail.ts';
import { findSigningKey } from '#server/meetings/snapshots.repository.ts';

/** Speaker notes leave only with those who hold meetings; what is still owed stays. */
export async function bundledMeeting(
  ask: WriteAsk<unknown> & Parameters<typeof holdsMeetings>[0],
  around: Pick<BundledMeeting, 'firstQuestions' | 'lang' | 'link' | 'rest'> & {
    readonly head: SnapshotHead;
  },
): Promise<BundledMeeting> {
  const { key, now, readDb: db, workspace } = ask;
  const reader = { isHolder: false, seesNotes: holdsMeetings(ask) };
  const detailIn = async (lang: Language): Promise<BundledDetail> => {
    const reading = { db, key, kept: createKept(), lang, now, workspace };
    const { slides: _, readiness: __, ...told } = await meetingDetail(reading, key, reader);
    return told;
  };
  const { signature } = around.head;
  return {
    ...around,
    publicKey: signature === null ? null : await findSigningKey(db, signature.key),
    details: { zh: await detailIn('zh'), en: await detailIn('en') },
  };
}
