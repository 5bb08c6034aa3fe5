import { expect, test } from 'vitest';
import { demoPage } from './demo-pages.ts';

const index =
  '<!doctype html>\n<html lang="zh-CN"><link href="./a.css" /><script src="./b.js"></script></html>';

test('a page of the demo finds its files from where it lies', () => {
  expect(demoPage(index, '/')).toBe(index);
  expect(demoPage(index, '/wall')).toContain('<link href="../a.css" /><script src="../b.js">');
  expect(demoPage(index, '/wall/funds')).toContain('<script src="../../b.js">');
});
