import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonPasswords, commonWords } from './common-passwords.ts';
import { passwordFault } from './password-rules.ts';

test.each([
  'password1234',
  'P@ssw0rd!!!!',
  '1qaz2wsx3edc',
  'Admin@123456',
  'aaaaaaaaaaaa',
  'abcdefghijkl',
  'qwertyuiop[]',
  '123456789012',
  '198706121234',
  'woainiwoaini',
  'Welcome2021!!',
  'abcabcabcabc',
  '2021pinghu2021',
])('%s is too easy to guess', (password) => {
  expect(passwordFault(password, 'wang.wei')).toBe('common');
});

test.each([
  'correct horse battery',
  '春江潮水连海平，海上明月',
  'plum-tram-oven-92',
  'vX8#mQ2!tR5z',
])('%s may be taken', (password) => {
  expect(passwordFault(password, 'wang.wei')).toBeNull();
});

test('the account’s own name may not be in it, in any case', () => {
  expect(passwordFault('plum-WANG.WEI-oven', 'Wang.Wei')).toBe('contains-login');
});

test('no dressing of a common word with digits and signs passes', () => {
  const dressing = fc.string({ unit: fc.constantFrom(...'0123456789!@#$%&*._-'), maxLength: 8 });
  const word = fc.constantFrom(...commonWords);
  fc.assert(
    fc.property(dressing, word, dressing, fc.boolean(), (before, middle, after, upper) => {
      const dressed = `${before}${upper ? middle.toUpperCase() : middle}${after}`;
      expect(passwordFault(dressed, 'nobody.here')).toBe('common');
    }),
  );
});

test('the list is of several thousand', () => {
  expect(commonWords.size + commonPasswords.size).toBeGreaterThan(3000);
});
