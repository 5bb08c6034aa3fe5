import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { physicalCss } from './physical-css.ts';
import { ANTD_VARS, trimAntd } from './trim-antd.ts';

describe('a sheet like antd’s', () => {
  const sheet = [
    'a{color:red}',
    '.css-var-_R_0_{--ant-color-primary:#1677ff;--ant-unread:1px;--ant-control-height:27px;--ant-border-radius:6px;}',
    '.css-var-_R_29n_{--ant-color-primary:#1677ff;}',
    '.ant-btn,.ant-carousel .ant-btn,.ant-btn:has(.ant-input){color:var(--ant-color-primary);height:var(--ant-control-height)}',
    '.ant-btn-rtl{direction:rtl}',
    '.ant-carousel{animation:turn 1s}',
    '@media (min-width: 10px){.ant-input{border-radius:var(--ant-border-radius)}.ant-tour{top:0}}',
    '.ant-spin{animation:antSpin 1s}',
    '@keyframes antSpin{to{opacity:1}}',
    '@keyframes turn{to{opacity:1}}',
  ].join('');

  test('keeps the parts in use, in the colours and lengths of the house, and nothing beyond antd', () => {
    expect(trimAntd(sheet)).toBe(
      [
        `.${ANTD_VARS}{--ant-color-primary:var(--data);--ant-control-height:2rem;--ant-border-radius:var(--radius);}`,
        '.ant-btn{color:var(--ant-color-primary);height:var(--ant-control-height)}',
        '@media (min-width: 10px){.ant-input{border-radius:var(--ant-border-radius)}}',
        '.ant-spin{animation:antSpin 1s}',
        '@keyframes antSpin{to{opacity:1}}',
      ].join(''),
    );
  });
});

test.each([
  ['inset-inline-start:0', 'left:0'],
  ['margin-inline-end:2px', 'margin-right:2px'],
  ['padding-inline:1px', 'padding-left:1px;padding-right:1px'],
  ['padding-block:calc(1px + var(--a)) 2px', 'padding-top:calc(1px + var(--a));padding-bottom:2px'],
  ['inset-inline:0 auto', 'left:0;right:auto'],
  ['border-start-end-radius:3px', 'border-top-right-radius:3px'],
  ['border-inline-end-width:0', 'border-right-width:0'],
  ['--a-padding-inline:4px', '--a-padding-inline:4px'],
])('%s is %s from left to right', (logical, physical) => {
  expect(physicalCss(`.a{${logical}}`)).toBe(`.a{${physical}}`);
});

describe('antd’s own sheet, trimmed', () => {
  let trimmed = '';
  beforeAll(async () => {
    const file = createRequire(import.meta.url).resolve('antd/dist/antd.css');
    trimmed = trimAntd(await readFile(file, 'utf8'));
  });

  test('styles the parts that pages are made of', () => {
    const wanted = [
      '.ant-btn',
      '.ant-input',
      '.ant-select',
      '.ant-table',
      '.ant-form',
      `.${ANTD_VARS}{`,
    ];
    expect(wanted.filter((part) => !trimmed.includes(part))).toEqual([]);
  });

  test('holds nothing that Chromium 87 cannot read, and no colour of antd’s where the theme has one', () => {
    const found = (pattern: RegExp) => trimmed.match(pattern)?.[0];
    expect(found(/:has\(|:where\(|:is\(|@container|@layer/)).toBeUndefined();
    expect(found(/[{;](inset|margin|padding|border)-(inline|block)/)).toBeUndefined();
    expect(found(/#1677ff|#4096ff|rgba\(0,0,0,0\.88\)/i)).toBeUndefined();
  });

  test('has rules for antd’s own markup alone', () => {
    const plain = trimmed.replace(/@keyframes[^{]*\{(?:[^{}]*\{[^}]*\})*\}/g, '');
    const heads = [...plain.matchAll(/([^{};]+)\{/g)].map(([, head = '']) => head.trim());
    const foreign = heads.filter(
      (head) => !head.startsWith('@') && !/\.ant-|\.anticon|admin-vars/.test(head),
    );
    expect(foreign).toEqual([]);
  });
});
