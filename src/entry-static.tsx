/**
 * The page painted without a browser: by the server, for the first picture of every page. Vite builds this file
 * for Node; `server/node/` loads what it built. It is the same App as in the browser, over data that is at hand.
 */
import { QueryClientProvider } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';
import { Router } from 'wouter';
import type { Language } from '#core/contract/lists.ts';
import { meetingQuery, stageKey } from './api/meetings.ts';
import { meQuery } from './api/session.ts';
import { App } from './app/app.tsx';
import { CONTROLS_MODULE, controls, printFoot } from './app/controls.ts';
import { type DocumentFacts, documentFacts } from './app/document-facts.ts';
import { type FirstData, seedFirstData } from './app/first-data.ts';
import { readPageAddress } from './app/page-address.ts';
import { pages } from './app/pages.ts';
import { passportPart } from './app/passport-layer.tsx';
import { registerPart } from './app/register-part.ts';
import { wrongAddress } from './app/wrong-address.ts';
import { ChartPainter } from './charts/chart-painter.ts';
import type { OptionBuilder } from './charts/option.ts';
import { type ThemeName, themeNames } from './charts/tokens.ts';
import { htmlLang } from './i18n/html-lang.ts';
import { createQueryClient } from './lib/query-client.ts';

/** As the build's manifest names it. */
const MEETING_SHEET = 'src/meeting-ui/meeting.css';

const parts = [
  controls,
  printFoot,
  passportPart,
  registerPart,
  wrongAddress,
  ...pages.map((page) => page.part),
];
await Promise.all(parts.map((part) => part.load()));

export type PageAsk = {
  /** Path of the page, `/wall`. */
  readonly path: string;
  /** Search text as it was asked, `''` or with its leading `?`. */
  readonly search: string;
  /** Goes into the document as `#first-data`, word for word, so that the page starts from the same. */
  readonly first: FirstData;
  /** True where no script will run: charts are drawn here, too, once they were loaded. */
  readonly withoutScript: boolean;
};

export type PaintedPage = Omit<DocumentFacts, 'lang'> & {
  /** What belongs into `#root`. */
  readonly html: string;
  /** `<html lang>`. */
  readonly lang: string;
  /** Sources of the chunks that are the page's own, as the build's manifest names them. */
  readonly modules: readonly string[];
  /** Sources of the style sheets beside the one of all pages. */
  readonly sheets: readonly string[];
  /** HTTP status of the document: an address that leads nowhere says so to machines, too. */
  readonly status: 200 | 400 | 404;
};

/** True where the page shows the board, so that its data is worth asking for before it is painted. */
export function wantsBoard(path: string, search: string): boolean {
  const { page, faults } = readPageAddress(path, search);
  return page?.over === 'board' && faults.length === 0;
}

/** What a page shows beside the board: the key of its query, and what the API is asked for it. */
export type PageQuestion = { readonly key: readonly string[]; readonly target: string };

/** What is worth asking for before the page is painted; none for most. */
export function questionsOf(path: string, search: string, lang: Language): PageQuestion[] {
  const { page, faults } = readPageAddress(path, search);
  if (page?.name !== 'present' || faults.length > 0) return [];
  const id = decodeURIComponent(path.split('/')[2] ?? '');
  const meeting = `/api/meetings/${encodeURIComponent(id)}`;
  return [
    { key: meetingQuery(id, lang).queryKey, target: `${meeting}?lang=${lang}` },
    { key: stageKey(id), target: `${meeting}/stage` },
    { key: meQuery(lang).queryKey, target: `/api/me?lang=${lang}` },
  ];
}

/** Heights of the chart's box on walls of 1920 x 1080, where it is 1080 wide; other walls scale the drawing. */
const CHART_HEIGHT: Readonly<Record<string, number>> = {
  '/wall/talent': 620,
  '/wall/finance': 440,
};
const USUAL_HEIGHT = 780;

let chartSvg: typeof import('./charts/chart-svg.ts').chartSvg | null = null;

/** Needed before a page is painted without script: charts are drawn by a library that most servers never need. */
export async function loadCharts(): Promise<void> {
  ({ chartSvg } = await import('./charts/chart-svg.ts'));
}

/** The drawing, as large as its box will be. */
function drawn(build: OptionBuilder, theme: ThemeName, path: string): string {
  if (chartSvg === null) throw new Error('loadCharts comes first');
  const svg = chartSvg(build, {
    width: 1080,
    height: CHART_HEIGHT[path] ?? USUAL_HEIGHT,
    u: 1,
    theme,
  });
  // Its style sheet is for pointers, and the content security policy would refuse it.
  return svg
    .replace(/^<svg width="\d+" height="\d+"/, '<svg')
    .replace(/<style\b[^>]*>[\s\S]*?<\/style>/g, '');
}

/** Paints one page. Pure: the same ask gives the same bytes. */
export function renderPage({ path, search, first, withoutScript }: PageAsk): PaintedPage {
  const client = createQueryClient();
  seedFirstData(client, first);
  const { page, address, faults } = readPageAddress(path, search);
  const lang = address.lang ?? first.question.lang;
  const organisation = first.board?.workspace.organisation ?? null;
  const facts = documentFacts({ path, address, lang, organisation, chosenTheme: null });
  const theme = themeNames.find((name) => name === facts.theme) ?? 'dark';
  const painter = withoutScript ? (build: OptionBuilder) => drawn(build, theme, path) : null;
  const html = renderToString(
    <ChartPainter value={painter}>
      <QueryClientProvider client={client}>
        <Router ssrPath={path} ssrSearch={search}>
          <App browserLang={first.question.lang} />
        </Router>
      </QueryClientProvider>
    </ChartPainter>,
  );
  client.clear();
  return {
    ...facts,
    lang: htmlLang[lang],
    html,
    modules:
      page === null
        ? []
        : [
            page.module,
            ...(page.shell === 'desk' && page.over === 'board' ? [CONTROLS_MODULE] : []),
          ],
    sheets: page?.name === 'present' ? [MEETING_SHEET] : [],
    status: page === null ? 404 : faults.length > 0 ? 400 : 200,
  };
}
