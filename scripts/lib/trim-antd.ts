/**
 * antd's ready-made sheet has a megabyte, most of it for parts that no page uses. This keeps the rules of the parts that
 * are, under one class of variables, and nothing that reaches beyond antd's own markup.
 */
import { physicalCss } from './physical-css.ts';

/** Parts whose rules are kept, as they stand in class names: `.ant-btn`. Adding a part to a page means adding it here. */
const PARTS = new Set([
  'alert',
  'btn',
  'checkbox',
  'col',
  'descriptions',
  'empty',
  'form',
  'input',
  'otp',
  'pagination',
  'picker',
  'popconfirm',
  'popover',
  'radio',
  'row',
  'segmented',
  'select',
  'space',
  'spin',
  'switch',
  'table',
  'tabs',
  'tag',
  'tooltip',
  'upload',
]);

/** The class that antd puts on every part where the theme's key is ANTD_VARS; see src/admin-ui/frame.tsx. */
export const ANTD_VARS = 'admin-vars';

/** The sheet was drawn once per page of variables; the first of them is whole. */
const DRAWN_VARS = /\.css-var-_R_\w+_/g;
const FIRST_VARS = '.css-var-_R_0_';

/** Variants that no page uses: antd's grid, its palette of named colours, and scripts from right to left. */
const UNUSED =
  /-rtl\b|\.ant-col-(?:\w+-)?(?:\d|push|pull|offset|order|flex)|-(blue|cyan|geekblue|gold|green|lime|magenta|orange|pink|purple|red|volcano|yellow)\b/;

type Block = { readonly head: string; readonly body: string };

/** The blocks of a sheet at its outermost level. */
function blocksOf(css: string): Block[] {
  const blocks: Block[] = [];
  let depth = 0;
  let start = 0;
  let brace = 0;
  for (let at = 0; at < css.length; at += 1) {
    if (css[at] === '{') {
      if (depth === 0) brace = at;
      depth += 1;
    } else if (css[at] === '}') {
      depth -= 1;
      if (depth === 0) {
        blocks.push({ head: css.slice(start, brace).trim(), body: css.slice(brace + 1, at) });
        start = at + 1;
      }
    }
  }
  return blocks;
}

/** Selectors of a list; commas within brackets do not part them. */
function selectorsOf(head: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < head.length; at += 1) {
    if (head[at] === '(' || head[at] === '[') depth += 1;
    else if (head[at] === ')' || head[at] === ']') depth -= 1;
    else if (head[at] === ',' && depth === 0) {
      parts.push(head.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, head.slice(start)].map((part) => part.trim());
}

function isKept(selector: string): boolean {
  const vars = selector.match(DRAWN_VARS) ?? [];
  if (vars.some((one) => one !== FIRST_VARS)) return false;
  // Chromium learnt :has() at 105 and drops the whole list for it.
  if (selector.includes(':has(') || UNUSED.test(selector)) return false;
  const parts = [...selector.matchAll(/\.ant-([a-z]+)/g)].map(([, part = '']) => part);
  if (parts.length === 0) return selector.startsWith('.anticon') || selector === FIRST_VARS;
  return parts.every((part) => PARTS.has(part));
}

function trimBlocks(css: string): string {
  return blocksOf(css)
    .map(({ head, body }) => {
      if (head.startsWith('@keyframes')) return '';
      if (head.startsWith('@container')) return '';
      if (head.startsWith('@')) {
        const inner = trimBlocks(body);
        return inner === '' ? '' : `${head}{${inner}}`;
      }
      const kept = selectorsOf(head).filter(isKept);
      return kept.length === 0 ? '' : `${kept.join(',')}{${body}}`;
    })
    .join('');
}

/** antd's own colours by what stands in their place, so that its parts follow the theme; see src/admin-ui/admin.css. */
const COLOURS: Readonly<Record<string, string>> = {
  '#ffffff': '--surface',
  '#fff': '--on-data',
  '#1677ff': '--data',
  '#4096ff': '--data',
  '#69b1ff': '--data',
  '#0958d9': '--data',
  '#91caff': '--data2',
  '#e6f4ff': '--data3',
  '#bae0ff': '--data3',
  '#cbe0fd': '--data3',
  '#82b4f9': '--data2',
  '#f0f5ff': '--data3',
  'rgba(0,0,0,0.88)': '--ink',
  'rgba(0,0,0,0.85)': '--ink',
  'rgba(0,0,0,0.65)': '--ink2',
  'rgba(0,0,0,0.45)': '--ink3',
  'rgba(0,0,0,0.25)': '--ink3',
  'rgba(0,0,0,0.15)': '--strong',
  'rgba(0,0,0,0.06)': '--raised',
  'rgba(0,0,0,0.04)': '--raised',
  'rgba(0,0,0,0.02)': '--raised',
  '#fafafa': '--raised',
  '#f5f5f5': '--raised',
  '#f0f0f0': '--line',
  '#d9d9d9': '--ink3',
  '#ff4d4f': '--over',
  '#ff7875': '--over',
  '#d9363e': '--over',
  '#ffccc7': '--over',
  '#fff2f0': '--surface',
  '#52c41a': '--ok',
  '#73d13d': '--ok',
  '#b7eb8f': '--ok',
  '#f6ffed': '--surface',
  '#faad14': '--near',
  '#ffd666': '--near',
  '#ffe58f': '--near',
  '#fffbe6': '--surface',
  '#fff1b8': '--surface',
  '#fff1f0': '--surface',
  '#ffdfdc': '--raised',
  '#ffa39e': '--over',
  'rgba(5,5,5,0.06)': '--line',
  'rgba(0,0,0,0.29250000000000004)': '--ink3',
  'rgba(0,0,0,0.5720000000000001)': '--ink2',
};

/** Pixels that antd draws for one rem of a desk: its 14 px of text become the desk's 13. */
const REM = 13.5;
const FIXED = /shadow|line-width|screen|arrow|z-index|tracking|offset|min-width/;

/** One declaration of a variable, in the house's colours, radius, letters and lengths. */
function houseVariable(name: string, value: string): string {
  if (name.endsWith('font-family')) return 'var(--cjk)';
  if (/radius/.test(name)) return /^[1-9]\d?px$/.test(value) ? 'var(--radius)' : value;
  const colour = COLOURS[value.toLowerCase()];
  if (colour !== undefined) return `var(${colour})`;
  if (FIXED.test(name)) return value;
  return value.replace(/(?<![\w.#-])(\d+(?:\.\d+)?)px/g, (all, px: string) =>
    Number(px) <= 2 ? all : `${Math.round((Number(px) / REM) * 1000) / 1000}rem`,
  );
}

/** The variables that some rule reads, or some other variable that is read. */
function readVariables(css: string): Set<string> {
  const read = new Set<string>();
  const readBy = new Map<string, string[]>();
  for (const [, name = '', value = ''] of css.matchAll(/(--ant-[\w-]+):([^;}]*)/g)) {
    const inner = [...value.matchAll(/var\((--ant-[\w-]+)/g)].map(([, one = '']) => one);
    readBy.set(name, [...(readBy.get(name) ?? []), ...inner]);
  }
  const plain = css.replace(/--ant-[\w-]+:[^;}]*/g, '');
  const open = [...plain.matchAll(/--ant-[\w-]+/g)].map(([name]) => name);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (read.has(name)) continue;
    read.add(name);
    open.push(...(readBy.get(name) ?? []));
  }
  return read;
}

function houseVariables(css: string): string {
  const read = readVariables(css);
  return css.replace(/(--ant-[\w-]+):([^;{}]*)(;?)/g, (_, name: string, value: string, end) =>
    read.has(name) ? `${name}:${houseVariable(name, value.trim())}${end}` : '',
  );
}

/** The rules of the parts in use, in the house's colours, with the animations that they name. */
export function trimAntd(css: string): string {
  const kept = houseVariables(trimBlocks(css).replaceAll(FIRST_VARS, `.${ANTD_VARS}`));
  const named = blocksOf(css).filter(
    ({ head }) =>
      head.startsWith('@keyframes') && kept.includes(head.slice('@keyframes'.length).trim()),
  );
  const frames = new Map(named.map(({ head, body }) => [head, `${head}{${body}}`]));
  return physicalCss(kept) + [...frames.values()].join('');
}
