import type { PlatformKind } from '#core/contract/lists.ts';
import type { platforms as zh } from '../zh/platforms.ts';

const kinds: Record<PlatformKind, string> = {
  major: 'Major platform',
  centre: 'Innovation centre',
  liaison: 'Liaison office',
  institute: 'Institute, laboratory',
  makerspace: 'Makerspace',
  incubator: 'Incubator',
  park: 'Park',
  enclave: 'Talent enclave',
  'overseas-incubator': 'Overseas incubator',
  district: 'Lake district',
  'service-centre': 'Service centre',
  workstation: 'Postdoctoral workstation',
};

const plural = (count: number): string => `${count} ${count === 1 ? 'platform' : 'platforms'}`;

export const platforms: typeof zh = {
  pageName: 'platform',
  kinds,
  matrix: 'Carriers by level and type',
  notAdded: (a, b) => `${a} and ${b}, not added`,
  namesMissing: 'names not listed',
  moreNames: (count) => `${count} more not named`,
  major: 'Major platforms signed',
  others: 'Carriers and tenants',
  register: (count) => `${plural(count)} on record, by stage and place`,
  registerName: 'Platforms on record by stage',
  count: (shown, total) => (shown === total ? plural(total) : `${shown} of ${plural(total)}`),
  filters: 'Filters',
  stages: 'By stage',
  kind: 'Kind',
  level: 'Level',
  all: 'all',
  clear: 'Clear filters',
  nothingMatches: 'No platform meets these conditions',
  more: (count) => `Show ${count} more`,
  elsewhere: 'Elsewhere',
  moreOnWall: (count) => `${count} more`,
  columns: {
    name: 'Name',
    kind: 'Kind',
    level: 'Level',
    place: 'Place',
    partner: 'Partner',
    recognised: 'Recognised',
    source: 'Source',
    note: 'Note',
  },
  groupCount: (count) => plural(count),
  noLevel: 'not listed',
  noPartner: 'not listed',
  noDate: 'not listed',
};
