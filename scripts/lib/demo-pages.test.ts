import { expect, test } from 'vitest';
import { demoPage } from './demo-pages.ts';

const index =
  '<!doctype html>\n<html lang="zh-CN"><link href="./a.css" /><script src="./b.js"></script></html>';

test('a page of the demo finds its files and its root from where it lies', () => {
  expect(demoPage(index, '/')).toContain('<html data-root="./" lang="zh-CN"><link href="./a.css"');
  expect(demoPage(index, '/wall')).toContain('data-root="../"');
  expect(demoPage(index, '/wall/funds')).toContain('<script src="../../b.js">');
});
