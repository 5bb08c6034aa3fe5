import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  auditOutcomes,
  colourThemes,
  lightStates,
  platformKinds,
  platformLevels,
  platformStages,
  registerNames,
} from '#core/contract/lists.ts';
import { type Address, emptyAddress, readAddress, writeAddress } from './address.ts';

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const instant = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());

const name = fc.stringMatching(/^[\w.:-]{1,40}$/);

const address: fc.Arbitrary<Address> = fc
  .record({
    asOf: fc.option(day),
    compare: fc.option(fc.oneof(day, fc.constant('none' as const))),
    knownAt: fc.option(instant),
    lang: fc.option(fc.constantFrom('zh' as const, 'en' as const)),
    theme: fc.option(fc.constantFrom(...colourThemes)),
    rotate: fc.constantFrom(null, '10', '20', '60'),
    distance: fc.constantFrom(null, '5', '7.5', '12'),
    side: fc.constantFrom(null, '0.68', '2', '4.5'),
    passport: fc.option(name),
    task: fc.option(name),
    department: fc.option(name),
    framework: fc.option(name),
    light: fc.option(fc.constantFrom(...lightStates)),
    stage: fc.option(fc.constantFrom(...platformStages)),
    kind: fc.option(fc.constantFrom(...platformKinds)),
    level: fc.option(fc.constantFrom(...platformLevels)),
    mine: fc.option(fc.constant('1' as const)),
    register: fc.option(fc.constantFrom(...registerNames)),
    record: fc.option(fc.stringMatching(/^[\w.-]{1,40}$/)),
    actor: fc.option(name),
    action: fc.option(name),
    subject: fc.option(fc.string({ minLength: 1, maxLength: 40 })),
    outcome: fc.option(fc.constantFrom(...auditOutcomes)),
    from: fc.option(day),
    to: fc.option(day),
    link: fc.option(fc.stringMatching(/^[0-9a-f]{64}$/)),
    item: fc.option(name),
    back: fc.option(fc.stringMatching(/^\/[\w-]{1,20}(\?[\w=&%-]{0,40})?$/)),
  })
  .filter(
    ({ asOf, compare }) =>
      asOf === null || compare === null || compare === 'none' || compare <= asOf,
  );

describe('the address', () => {
  test('what is written is read back, whole and without a fault', () => {
    fc.assert(
      fc.property(address, (given) => {
        expect(readAddress(writeAddress(given))).toEqual({ address: given, faults: [] });
      }),
    );
  });

  test.each(['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', 'tasks'])(
    'a way back never leads to another host: %s',
    (back) => {
      const { address: read, faults } = readAddress(`?back=${encodeURIComponent(back)}`);
      expect(read.back).toBeNull();
      expect(faults).toEqual([{ param: 'back', given: back, kind: 'choice' }]);
    },
  );

  test('whatever stands in it, reading never throws, and nothing is dropped in silence', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.string()), (given) => {
        const search = new URLSearchParams(given);
        const { address: read, faults } = readAddress(`?${search}`);
        const used = Object.entries(read).filter(([, value]) => value !== null).length;
        expect(used + faults.filter(({ kind }) => kind !== 'order').length).toBe(
          new Set(search.keys()).size,
        );
      }),
    );
  });

  test.each([
    ['?asOf=2021-02-29', 'asOf', '2021-02-29', 'date'],
    ['?asOf=', 'asOf', '', 'date'],
    ['?compare=sometimes', 'compare', 'sometimes', 'date'],
    ['?knownAt=2021-05-31', 'knownAt', '2021-05-31', 'instant'],
    ['?lang=fr', 'lang', 'fr', 'choice'],
    ['?theme=pink', 'theme', 'pink', 'choice'],
    ['?passport=<b>', 'passport', '<b>', 'choice'],
    ['?light=green', 'light', 'green', 'choice'],
    ['?task=', 'task', '', 'choice'],
    ['?scenario=down', 'scenario', 'down', 'unknown'],
    ['?asOf=2021-04-30&compare=2021-05-01', 'compare', '2021-05-01', 'order'],
    ['?lang=zh&lang=en', 'lang', 'zh, en', 'repeated'],
  ])('%s is a fault that names what was given', (search, param, given, kind) => {
    expect(readAddress(search).faults).toEqual([{ param, given, kind }]);
  });

  test('an empty address asks for the default', () => {
    expect(readAddress('')).toEqual({ address: emptyAddress, faults: [] });
    expect(writeAddress(emptyAddress)).toBe('');
  });
});
