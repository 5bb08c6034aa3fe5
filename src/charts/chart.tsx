import {
  lazy,
  type ReactElement,
  Suspense,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import '#src/charts/chart.css';
import { ChartPainter } from '#src/charts/chart-painter.ts';
import { ChartPoints } from '#src/charts/chart-points.tsx';
import { ChartTableView } from '#src/charts/chart-table.tsx';
import type { OptionBuilder } from '#src/charts/option.ts';
import { savePng, saveSvg } from '#src/charts/picture.ts';
import type { ChartTable } from '#src/charts/table-text.ts';
import { type Ground, useChartPlace } from '#src/charts/use-chart-place.ts';
import { charts as en } from '#src/i18n/en/charts.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { charts as zh } from '#src/i18n/zh/charts.ts';

const words = { zh, en };

/** Fetches the chunk that draws; a route calls it early, so that the chart costs no round trip of its own. */
export const preloadCharts = () => import('#src/charts/echarts-host.tsx');
const EChartsHost = lazy(() => preloadCharts().then((chunk) => ({ default: chunk.EChartsHost })));

export type ChartProps = {
  /** Pure; keep it the same function while its data stay the same. */
  readonly build: OptionBuilder;
  /** What the chart is, in a few words. */
  readonly ariaLabel: string;
  /** Its finding, generated from the same data: read out with the label, and the table's caption. */
  readonly sentence: string;
  readonly table: ChartTable;
  /** Name of the downloaded file, without its ending. */
  readonly fileName: string;
  /** False on walls: nobody clicks there, the key T still works. */
  readonly tools: boolean;
  /** What it lies on: `surface` inside a card. */
  readonly ground: Ground;
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/**
 * A chart with its sentence and its table. The box takes its size from CSS and stands in the first HTML,
 * so nothing moves when the drawing arrives.
 */
export function Chart({
  build,
  ariaLabel,
  sentence,
  table,
  fileName,
  tools,
  ground,
}: ChartProps): ReactElement {
  const w = useWords(words);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const place = useChartPlace(box, ground);
  const painter = useContext(ChartPainter);
  const painted = useMemo(() => painter?.(build) ?? null, [painter, build]);
  const [asTable, setAsTable] = useState(false);

  const savePicture = async (kind: 'png' | 'svg'): Promise<boolean> => {
    const svg = box.current?.querySelector('svg');
    if (!svg || place === null) return false;
    if (kind === 'png') return savePng(fileName, svg, place.ground);
    saveSvg(fileName, svg, place.ground);
    return true;
  };

  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (
        event.ctrlKey ||
        event.altKey ||
        event.metaKey ||
        event.defaultPrevented ||
        isTyping(event.target)
      )
        return;
      if (event.key === 't' || event.key === 'T') setAsTable((open) => !open);
      if (event.key === 'Escape') setAsTable(false);
    };
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, []);

  return (
    <figure className={`chart chart-on-${ground}`}>
      <div
        ref={box}
        className="chart-box"
        role="img"
        aria-label={`${ariaLabel}: ${sentence}`}
        aria-hidden={asTable}
      >
        {painted !== null && (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing, its words escaped by the renderer
          <div className="chart-painted" dangerouslySetInnerHTML={{ __html: painted }} />
        )}
        {place !== null && (
          <Suspense fallback={null}>
            <EChartsHost place={place} build={build} />
          </Suspense>
        )}
      </div>
      {tools && !asTable && <ChartPoints table={table} />}
      {tools && (
        <button
          ref={opener}
          type="button"
          className="chart-opener"
          aria-expanded={asTable}
          aria-controls={id}
          aria-keyshortcuts="T"
          title={w.tableKey}
          onClick={() => setAsTable(!asTable)}
        >
          {w.table} <kbd>T</kbd>
        </button>
      )}
      {asTable && (
        <ChartTableView
          id={id}
          caption={sentence}
          table={table}
          fileName={fileName}
          savePicture={place === null ? null : savePicture}
          onClose={() => {
            setAsTable(false);
            opener.current?.focus();
          }}
        />
      )}
    </figure>
  );
}
