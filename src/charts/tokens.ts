/**
 * The colours of a theme, typed, for charts: SVG that ECharts draws takes values, not CSS variables.
 * They are written once in styles/tokens.css; a test holds this mirror to that file.
 */
export const themeNames = ['dark', 'light', 'projector'] as const;
export type ThemeName = (typeof themeNames)[number];

export type Tokens = {
  readonly bg: string;
  readonly surface: string;
  readonly raised: string;
  readonly line: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly data: string;
  readonly data2: string;
  readonly data3: string;
  /** Open questions of definition, and nothing else. */
  readonly q: string;
  /** The gap behind schedule. Colours shapes; as text only on the dark theme, see `gapInk`. */
  readonly near: string;
  /** Text that speaks of the gap: `near` reaches the contrast of text on the dark theme alone. */
  readonly gapInk: string;
};

export const tokensOf: Readonly<Record<ThemeName, Tokens>> = {
  dark: {
    bg: '#0f1720',
    surface: '#17222e',
    raised: '#223040',
    line: '#34465a',
    ink: '#f1f5f9',
    ink2: '#becad6',
    ink3: '#93a3b4',
    data: '#86bdeb',
    data2: '#5787b0',
    data3: '#2c4257',
    q: '#c4b2f2',
    near: '#f5be4f',
    gapInk: '#f5be4f',
  },
  light: {
    bg: '#f4f6f8',
    surface: '#ffffff',
    raised: '#edf1f5',
    line: '#d3dae2',
    ink: '#15202b',
    ink2: '#44515f',
    ink3: '#5f6b79',
    data: '#1a5288',
    data2: '#5288bb',
    data3: '#d5e3f0',
    q: '#6545b0',
    near: '#bb7d00',
    gapInk: '#15202b',
  },
  projector: {
    bg: '#ffffff',
    surface: '#ffffff',
    raised: '#eef1f4',
    line: '#9aa6b2',
    ink: '#0b0f14',
    ink2: '#2f3944',
    ink3: '#4b5763',
    data: '#0b4a86',
    data2: '#5486b8',
    data3: '#cfe0f0',
    q: '#52329e',
    near: '#b07500',
    gapInk: '#0b0f14',
  },
};

/**
 * Faces as in styles/tokens.css: `cjk` for words, `fig` for numbers. Single quotes: ECharts writes them into a
 * style attribute unescaped when it draws without a page.
 */
export const faces = {
  cjk: "'PingFang SC','HarmonyOS Sans SC','Microsoft YaHei','Source Han Sans SC','Noto Sans CJK SC',sans-serif",
  fig: "'Barlow Semi Condensed','Barlow Stand-in','Bahnschrift','DIN Alternate','Noto Sans CJK SC','Microsoft YaHei',sans-serif",
} as const;
