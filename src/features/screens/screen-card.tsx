import { Button } from 'antd';
import type { Fleet, Screen } from '#core/contract/screen.ts';
import { momentText } from '#src/lib/moment.ts';
import { useScreensWords, useSpanText } from './words.ts';

export type ScreenCardProps = {
  screen: Screen;
  fleet: Pick<Fleet, 'now' | 'build' | 'dataVersion'>;
  onOpen: () => void;
};

const MEGABYTE = 1024 * 1024;

/** What a wall showed last; says so where there is nothing to show. */
function Picture({ screen }: { screen: Screen }) {
  const w = useScreensWords();
  const { seen, name } = screen;
  if (seen?.picture == null || seen.pictureAt === null) {
    const isUnable = seen !== null && !seen.canPicture;
    return <p className="sc-picture muted">{isUnable ? w.cannotPicture : w.noPicture}</p>;
  }
  return (
    <figure className="sc-picture">
      <img src={`/api/screen-pictures/${seen.picture}`} alt={w.picture(name)} />
      <figcaption>{w.pictureOf(momentText(seen.pictureAt).slice(5))}</figcaption>
    </figure>
  );
}

/** One wall of the fleet: how it is, by shape, word and colour, and what it last said of itself. */
export function ScreenCard({ screen, fleet, onOpen }: ScreenCardProps) {
  const w = useScreensWords();
  const spanText = useSpanText();
  const { seen, name, place, revokedAt, registeredAt } = screen;
  const state = revokedAt === null ? screen.beat : 'revoked';
  const age = seen === null ? null : (Date.parse(fleet.now) - Date.parse(seen.at)) / 1000;
  const isCurrent = seen?.build != null && seen.build === fleet.build;
  return (
    <article className={`sc-card sc-${state}`} aria-label={name}>
      <header>
        <h3>
          {name}
          {place === '' ? null : <small>{place}</small>}
        </h3>
        <span className="sc-state">
          {w.beats[state]}
          {age === null ? null : <small className="digits">{w.ago(spanText(age))}</small>}
        </span>
      </header>
      <Picture screen={screen} />
      {seen === null ? (
        <p className="muted">
          {revokedAt === null
            ? w.registeredOn(momentText(registeredAt))
            : w.revokedOn(momentText(revokedAt))}
        </p>
      ) : (
        <dl>
          <dt>{w.showing}</dt>
          <dd>{seen.page === null ? w.noPage : w.pages[seen.page]}</dd>
          <dt>{w.resolution}</dt>
          <dd className="digits">{w.size(seen.width, seen.height, seen.pixelRatio)}</dd>
          <dt>{w.build}</dt>
          <dd>
            {seen.build === null ? (
              w.unknown
            ) : (
              <>
                <span className="digits">{seen.build.slice(0, 7)}</span>{' '}
                <span className={isCurrent ? '' : 'sc-behind'}>
                  {isCurrent ? w.current : w.behind}
                </span>
              </>
            )}
          </dd>
          <dt>{w.dataVersion}</dt>
          <dd className="digits">
            {seen.dataVersion === null ? w.unknown : `${seen.dataVersion} / ${fleet.dataVersion}`}
          </dd>
          <dt>{w.uptime}</dt>
          <dd className="digits">{spanText(seen.uptimeS)}</dd>
          <dt>{w.memory}</dt>
          <dd className="digits">
            {seen.memoryBytes === null
              ? w.unknown
              : w.megabytes(Math.round(seen.memoryBytes / MEGABYTE))}
          </dd>
          <dt>{w.error}</dt>
          <dd className={seen.error === null ? '' : 'sc-error'}>
            {seen.error === null
              ? w.noError
              : `${momentText(seen.error.at).slice(5)} ${seen.error.text}`}
          </dd>
        </dl>
      )}
      {revokedAt === null ? (
        <footer>
          {screen.pending === null ? null : <span className="muted">{w.pending}</span>}
          <Button aria-label={w.manageOf(name)} onClick={onOpen}>
            {w.manage}
          </Button>
        </footer>
      ) : null}
    </article>
  );
}
