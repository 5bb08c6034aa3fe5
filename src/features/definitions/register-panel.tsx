import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Board } from '#core/contract/board.ts';
import type { Indicator } from '#core/contract/indicator.ts';
import { formatDate } from '#core/domain/format.ts';
import { indicatorsQuery } from '#src/api/indicators.ts';
import { lastOf } from '#src/lib/last-of.ts';
import { pictureOf } from '#src/lib/picture.ts';
import { useAddress } from '#src/lib/use-address.ts';
import { Figure } from '#src/ui/figure.tsx';
import { useOpen } from '#src/ui/open-context.ts';
import { Panel, type PanelMood } from '#src/ui/panel.tsx';
import { ErrorState, LoadingOutline } from '#src/ui/panel-state.tsx';
import { QuestionMarks } from '#src/ui/question-mark.tsx';
import { useDefinitionWords, useTerms } from './words.ts';

const PAGE_ROWS = 25;

function Row({ row, board }: { row: Indicator; board: Board }) {
  const w = useDefinitionWords();
  const terms = useTerms();
  const open = useOpen();
  const { figure } = row;
  const source = board.sources.find((item) => item.id === figure?.source);
  const missing = (word: string) => <span className="dim">{word}</span>;
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="link"
          onClick={() => open?.({ kind: 'figure', code: row.code })}
        >
          {row.name}
        </button>
        <QuestionMarks numbers={row.questions} />
      </th>
      <td className="register-value">
        {figure === null ? missing(w.notOnRecord) : <Figure figure={figure} size="t" />}
      </td>
      <td>
        {terms.units[row.unit]}
        {w.comma}
        {terms.kinds[row.kind]}
      </td>
      <td className="register-brief">
        {row.definition === null ? missing(w.notDefined) : w.defined}
      </td>
      <td className="digits register-brief">
        {figure === null ? null : formatDate(figure.asOf, board.lang)}
      </td>
      <td>{source === undefined ? missing(w.noSource) : w.title(source.title)}</td>
      <td>
        <code>{row.code}</code>
      </td>
    </tr>
  );
}

/** The register of indicators, page by page, whatever it holds. */
export function RegisterPanel({ board, mood }: { board: Board; mood: PanelMood }) {
  const w = useDefinitionWords();
  const { address } = useAddress();
  /** Cursors of the pages up to the one that is shown; null = the first. */
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  const ask = { asOf: board.asOf, knownAt: address.knownAt, lang: board.lang };
  const cursor = lastOf(cursors) ?? null;
  const options = indicatorsQuery(ask, { limit: PAGE_ROWS, cursor });
  const result = useQuery({ ...options, placeholderData: keepPreviousData });
  const picture = pictureOf(result, options.queryKey);
  const from = (cursors.length - 1) * PAGE_ROWS + 1;

  if (picture.kind !== 'data') {
    return (
      <Panel
        frame="card"
        mood={picture.kind === 'failed' ? 'failed' : mood}
        title={w.register}
        area="definition-register"
      >
        {picture.kind === 'waiting' ? (
          <LoadingOutline />
        ) : (
          <ErrorState what={w.register} onRetry={() => void result.refetch()} code={null} />
        )}
      </Panel>
    );
  }
  const { items, next } = picture.data;
  return (
    <Panel
      frame="card"
      mood={mood}
      title={w.register}
      aside={w.registerNote}
      area="definition-register"
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by the keyboard */}
      <div className="register-scroll" tabIndex={0} role="group" aria-label={w.register}>
        <table className="indicator-table">
          <thead>
            <tr>
              <th scope="col">{w.indicator}</th>
              <th scope="col" className="register-value">
                {w.value}
              </th>
              <th scope="col">{w.unitKind}</th>
              <th scope="col">{w.state}</th>
              <th scope="col">{w.date}</th>
              <th scope="col">{w.source}</th>
              <th scope="col">{w.code}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((row) => (
              <Row key={row.code} row={row} board={board} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="register-pages">
        <button
          type="button"
          className="button"
          disabled={cursors.length === 1}
          onClick={() => setCursors(cursors.slice(0, -1))}
        >
          {w.previous}
        </button>
        <span role="status">
          {result.isPlaceholderData ? w.turning : w.rows(from, from + items.length - 1)}
        </span>
        <button
          type="button"
          className="button"
          disabled={next === null || result.isPlaceholderData}
          onClick={() => setCursors([...cursors, next])}
        >
          {w.next}
        </button>
      </p>
    </Panel>
  );
}
