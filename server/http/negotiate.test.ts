import { describe, expect, it } from 'vitest';
import { codingOf, languageOf } from './negotiate.ts';

describe('content coding', () => {
  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['identity', 'identity'],
    ['identity;q=1, br;q=0.2', 'identity'],
    ['br;q=nonsense, gzip;q=0.1', 'gzip'],
    ['zstd', 'identity'],
    ['', 'identity'],
  ])('%j asks for %s', (header, coding) => {
    expect(codingOf(header)).toBe(coding);
  });

  it('is identity where nothing is asked', () => {
    expect(codingOf(null)).toBe('identity');
  });
});

describe('language', () => {
  it.each([
    ['en-GB,en;q=0.9', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['fr, en;q=0.4, zh;q=0.3', 'en'],
    ['fr-FR', 'zh'],
    ['zhx', 'zh'],
    ['enx, zh;q=0.1', 'zh'],
  ])('%j prefers %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
