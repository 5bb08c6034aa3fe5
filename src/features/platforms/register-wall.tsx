import type { Board } from '#core/contract/board.ts';
import type { Platform } from '#core/contract/register.ts';
import { QuestionMarks } from '#src/ui/question-mark.tsx';
import { Squares } from '#src/ui/squares.tsx';
import { stageLook } from '#src/ui/stage-register.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { firstRows, groupsByStage, homeOf, type PlaceGroup } from './register-groups.ts';
import { usePlatformWords } from './words.ts';

/** Names that a wall holds; of a longer register each stage shows its first ones and says how many more. */
const MAX_NAMES = 44;

/** From here on the platforms of a place stand in a row of their own. */
const OWN_ROW = 4;

type Row = {
  readonly label: string;
  readonly isElsewhere: boolean;
  readonly names: readonly Platform[];
};

/** The home's platforms, those of places with several, and all others in one row, each with its place. */
function rowsOf(places: readonly PlaceGroup[], home: string | undefined, elsewhere: string): Row[] {
  const isOwn = ({ place, platforms }: PlaceGroup) =>
    place === home || platforms.length >= OWN_ROW || places.length === 1;
  const rest = places.filter((row) => !isOwn(row)).flatMap((row) => row.platforms);
  const own = places
    .filter(isOwn)
    .map(({ place, platforms }): Row => ({ label: place, isElsewhere: false, names: platforms }));
  return rest.length === 0 ? own : [...own, { label: elsewhere, isElsewhere: true, names: rest }];
}

function Name({ platform, hasPlace }: { platform: Platform; hasPlace: boolean }) {
  const ui = useUiWords();
  const { level } = platform;
  return (
    <li>
      {platform.name}
      {level === null ? null : <small>{ui.level[level]}</small>}
      {hasPlace ? <small>{platform.place}</small> : null}
      <QuestionMarks numbers={platform.questions} />
    </li>
  );
}

/** The register on a wall: stage, place, names. */
export function RegisterWall({ platforms }: { platforms: Board['platforms'] }) {
  const w = usePlatformWords();
  const ui = useUiWords();
  const { register } = platforms;
  const groups = groupsByStage(register, register);
  const home = homeOf(register);
  const share = Math.min(1, MAX_NAMES / register.length);
  return (
    <div className="stage-rows">
      {groups.map((group) => {
        const most = Math.max(1, Math.floor(group.count * share));
        const [kept] = firstRows([group], most);
        return (
          <section key={group.stage} className="stage-row">
            <h3>
              {ui.stage[group.stage]} <b className="digits">{group.count}</b>
              <Squares count={group.count} look={stageLook[group.stage]} />
            </h3>
            <div className="stage-places">
              {rowsOf(kept?.places ?? [], home, w.elsewhere).map(
                ({ label, isElsewhere, names }) => (
                  <div
                    key={label}
                    className={names.length > 1 ? 'place-row place-many' : 'place-row'}
                  >
                    <h4>{label}</h4>
                    <ul>
                      {names.map((platform) => (
                        <Name key={platform.id} platform={platform} hasPlace={isElsewhere} />
                      ))}
                    </ul>
                  </div>
                ),
              )}
              {group.count > most ? (
                <p className="caption dim">{w.moreOnWall(group.count - most)}</p>
              ) : null}
            </div>
          </section>
        );
      })}
    </div>
  );
}
