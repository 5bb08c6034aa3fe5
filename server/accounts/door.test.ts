import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeReturn } from './door.routes.ts';
import { grantedBy } from './door.ts';

test.each([
  [null, '/'],
  ['', '/'],
  ['/tasks?mine=1#t', '/tasks?mine=1#t'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['https://evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['tasks', '/'],
  ['/..//evil.example', '/'],
])('%j goes on to %s', (asked, expected) => {
  expect(safeReturn(asked)).toBe(expected);
});

test('whatever an address claims, one stays on this server', () => {
  const nasty = fc.string({ unit: fc.constantFrom('/', '\\', '.', ':', '@', '?', '#', '\t', 'a') });
  fc.assert(
    fc.property(nasty, (asked) => {
      const url = new URL(safeReturn(asked), 'https://cockpit.example');
      expect(url.host).toBe('cockpit.example');
    }),
  );
});

test('groups give the roles they are mapped to and nothing else', () => {
  const grants = [
    { group: 'heads', role: 'head', department: 'd.one' },
    { group: 'office', role: 'reviewer', department: null },
    { group: 'chiefs', role: 'head', department: 'd.two' },
  ] as const;
  expect(grantedBy(['x', 'office'], grants)).toEqual({ roles: ['reviewer'], department: null });
  expect(grantedBy(['chiefs', 'heads', 'office'], grants)).toEqual({
    roles: ['head', 'reviewer'],
    department: 'd.one',
  });
  expect(grantedBy([], grants)).toBeNull();
  expect(grantedBy(['Heads'], grants)).toBeNull();
});
