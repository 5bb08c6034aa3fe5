/** What an offline bundle holds beside the page, and how it is told to a page that may fetch nothing. */
import type { Language } from '#core/contract/lists.ts';
import type { MeetingDetail, SnapshotHead } from '#core/contract/meeting.ts';

/** A meeting as it was told when the bundle was made; its slides stand in the frozen document alone. */
export type BundledDetail = Omit<MeetingDetail, 'slides' | 'readiness'>;

export type BundledMeeting = {
  readonly lang: Language;
  /** Address of the meeting on its server. */
  readonly link: string;
  readonly head: SnapshotHead;
  /** With which the freeze was signed; null = it is not signed. */
  readonly publicKey: JsonWebKey | null;
  readonly details: Readonly<Record<Language, BundledDetail>>;
  /** What the document says after its answers. */
  readonly rest: string;
  /** With which its parts begin, in their order. */
  readonly firstQuestions: readonly string[];
};

/** What the scripts of a bundle leave behind; undefined = one of them is missing or broken. */
export type BundledContent = {
  readonly meeting?: BundledMeeting;
  /** Parts of the frozen document in their order: gzip, in base64. */
  readonly parts?: readonly string[];
};

/** Where they leave it. */
export const BUNDLE_GLOBAL = 'reformCockpitBundle';

const scriptOf = (name: keyof BundledContent, json: string): string =>
  `(self.${BUNDLE_GLOBAL}=self.${BUNDLE_GLOBAL}||{}).${name}=JSON.parse(${JSON.stringify(json)});\n`;

/** A page that was opened from a folder may run scripts beside it, and read nothing else: values come as scripts. */
export const meetingScript = (meeting: BundledMeeting): string =>
  scriptOf('meeting', JSON.stringify(meeting));

export const partsScript = (parts: readonly string[]): string =>
  scriptOf('parts', JSON.stringify(parts));
