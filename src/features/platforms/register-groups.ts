import { type PlatformStage, platformLevels, platformStages } from '#core/contract/lists.ts';
import type { Platform } from '#core/contract/register.ts';
import type { Address } from '#src/lib/address.ts';

/** What the address asks of the register. */
export type PlatformFilter = Pick<Address, 'stage' | 'kind' | 'level'>;

export const noFilter: PlatformFilter = { stage: null, kind: null, level: null };

export const isFiltered = (filter: PlatformFilter): boolean =>
  filter.stage !== null || filter.kind !== null || filter.level !== null;

export const matching = (register: readonly Platform[], filter: PlatformFilter): Platform[] =>
  register.filter(
    (row) =>
      (filter.stage === null || row.stage === filter.stage) &&
      (filter.kind === null || row.kind === filter.kind) &&
      (filter.level === null || row.level === filter.level),
  );

export type PlaceGroup = { readonly place: string; readonly platforms: readonly Platform[] };
export type StageGroup = {
  readonly stage: PlatformStage;
  readonly count: number;
  readonly places: readonly PlaceGroup[];
};

/** How many platforms each place has in the whole register: the place with most comes first everywhere. */
function placeOrder(register: readonly Platform[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { place } of register) counts.set(place, (counts.get(place) ?? 0) + 1);
  return counts;
}

/** The place with most platforms; undefined = there is none. Of equals the first on record. */
export function homeOf(register: readonly Platform[]): string | undefined {
  return [...placeOrder(register)].sort(([, a], [, b]) => b - a)[0]?.[0];
}

const levelRank = ({ level }: Platform): number =>
  level === null ? platformLevels.length : platformLevels.indexOf(level);

/** By stage in the order of a platform's life, within it by place; higher levels first. Empty stages are left out. */
export function groupsByStage(
  shown: readonly Platform[],
  register: readonly Platform[],
): StageGroup[] {
  const weight = placeOrder(register);
  return platformStages.flatMap((stage): StageGroup[] => {
    const own = shown.filter((row) => row.stage === stage);
    if (own.length === 0) return [];
    const places = [...new Set(own.map((row) => row.place))].sort(
      (a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0),
    );
    return [
      {
        stage,
        count: own.length,
        places: places.map((place) => ({
          place,
          platforms: own
            .filter((row) => row.place === place)
            .sort((a, b) => levelRank(a) - levelRank(b)),
        })),
      },
    ];
  });
}

/** The first rows of the groups, in their order; what is left without one is gone. `count` stays the whole. */
export function firstRows(groups: readonly StageGroup[], most: number): StageGroup[] {
  let left = most;
  return groups.flatMap((group) => {
    const places = group.places.flatMap(({ place, platforms }) => {
      const kept = platforms.slice(0, Math.max(0, left));
      left -= kept.length;
      return kept.length === 0 ? [] : [{ place, platforms: kept }];
    });
    return places.length === 0 ? [] : [{ ...group, places }];
  });
}
