import type { Board } from '#core/contract/board.ts';
import type { Figure } from '#core/contract/figure.ts';
import { formatDate } from '#core/domain/format.ts';
import { themeBoard as en } from '#src/i18n/en/theme-board.ts';
import { useLanguage, useWords } from '#src/i18n/i18n.ts';
import { themeBoard as zh } from '#src/i18n/zh/theme-board.ts';
import { useBoardWords } from './board-foot.tsx';

const words = { zh, en };

export type SourceGroupsProps = {
  sources: Board['sources'];
  figures: readonly Figure[];
};

/** Who says what: each source with the figures that come from it, in the dataset's order. */
export function SourceGroups({ sources, figures }: SourceGroupsProps) {
  const w = useWords(words);
  const board = useBoardWords();
  const lang = useLanguage();
  const of = (id: string | null) => figures.filter((figure) => figure.source === id);
  const unnamed = of(null);
  return (
    <ul className="source-groups">
      {sources
        .map((source) => ({ source, said: of(source.id) }))
        .filter(({ said }) => said.length > 0)
        .map(({ source, said }) => (
          <li key={source.id}>
            <p>
              {board.title(source.title)}{' '}
              <span className="dim">{formatDate(source.asOf, lang)}</span>
            </p>
            <p className="caption">{w.says(said.map((figure) => figure.name))}</p>
          </li>
        ))}
      {unnamed.length === 0 ? null : (
        <li>
          <p>{board.noSource}</p>
          <p className="caption">{w.says(unnamed.map((figure) => figure.name))}</p>
        </li>
      )}
    </ul>
  );
}
