import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { declaredStatuses, lightStates } from '#core/contract/lists.ts';
import { anyDay, anyPartialDate, orNull } from '#tests/properties/arbitrary-values.ts';
import { addDays, daysBetween, lastDay } from './dates.ts';
import { isTicked, type LightInput, lightOf, mayDeclare, openDates } from './light.ts';

const NONE: LightInput = {
  asOf: '2021-05-31',
  nearDays: 10,
  due: null,
  milestones: [],
  declared: null,
  reportedOn: null,
  rhythmDays: null,
};
const step = (due: string | null, doneOn: string | null = null, id = 'm') => ({
  id,
  title: id,
  due,
  doneOn,
});
const light = (input: Partial<LightInput>) => lightOf({ ...NONE, ...input });
const reported = { declared: 'in_progress', reportedOn: '2021-05-20' } as const;

describe('the first rule that holds decides', () => {
  test('done: all milestones ticked and the owner confirms', () => {
    const milestones = [step('2021-05-01', '2021-05-02')];
    expect(light({ milestones, declared: 'done', reportedOn: '2021-05-20' })).toMatchObject({
      state: 'done',
      rule: 'owner-confirmed-all-ticked',
      due: null,
    });
    expect(light({ milestones }).state).toBe('ok');
    expect(light({ milestones: [...milestones, step('2022-01-01')], declared: 'done' }).state).toBe(
      'ok',
    );
  });

  test('a task without milestones is done when its owner says so', () => {
    expect(light({ declared: 'done', reportedOn: '2021-05-20', due: '2021-05-01' }).state).toBe(
      'done',
    );
  });

  test('blocked comes before overdue and keeps the date in sight', () => {
    const milestones = [step('2021-05-01')];
    expect(light({ milestones, declared: 'blocked', reportedOn: '2021-05-20' })).toMatchObject({
      state: 'blocked',
      due: '2021-05-01',
      dueInDays: -30,
    });
  });

  test.each([
    ['2021-05-30', 'over', -1],
    ['2021-05-31', 'near', 0],
    ['2021-06-10', 'near', 10],
    ['2021-06-11', 'ok', 11],
  ] as const)('due %s is %s', (due, state, dueInDays) => {
    expect(light({ ...reported, milestones: [step(due)] })).toMatchObject({ state, dueInDays });
  });

  test('a date known to the month is due on its last day', () => {
    expect(light({ milestones: [step('2021-05')] })).toMatchObject({ state: 'near', dueInDays: 0 });
    expect(light({ milestones: [step('2021-04')] })).toMatchObject({
      state: 'over',
      due: '2021-04-30',
    });
    expect(light({ milestones: [step('2021')], ...reported })).toMatchObject({ state: 'ok' });
  });

  test('the task’s own date is open until all its milestones are ticked', () => {
    expect(light({ due: '2021-05-30' })).toMatchObject({ state: 'over', milestone: null });
    const milestones = [step(null, '2021-05-01')];
    expect(light({ due: '2021-05-30', milestones }).state).toBe('ok');
    expect(light({ due: '2021-05-30', milestones: [...milestones, step(null)] }).state).toBe(
      'over',
    );
  });

  test('a date of task and milestone alike is the milestone’s', () => {
    const milestones = [step('2021-06-01', null, 'last')];
    expect(openDates({ ...NONE, due: '2021-06-01', milestones })).toHaveLength(1);
    expect(light({ due: '2021-06-01', milestones }).milestone?.id).toBe('last');
  });

  test('of two milestones due on one day the first decides', () => {
    const milestones = [step('2021-06-02', null, 'a'), step('2021-06-02', null, 'b')];
    expect(light({ milestones }).milestone?.id).toBe('a');
  });

  test('a tick dated later does not count yet', () => {
    expect(light({ milestones: [step('2021-05-30', '2021-06-01')] }).state).toBe('over');
    expect(isTicked(step(null, '2021-05'), '2021-05-30')).toBe(false);
    expect(isTicked(step(null, '2021-05'), '2021-05-31')).toBe(true);
  });

  test('no report beats green, however far the dates are', () => {
    expect(light({})).toMatchObject({ state: 'none', rule: 'never-reported' });
    expect(light({ milestones: [step('2022-01-01')] }).state).toBe('none');
    expect(light({ milestones: [step('2021-06-05')] }).state).toBe('near');
  });

  test('a report older than the rhythm beats green too; without a rhythm it does not age', () => {
    expect(light({ ...reported, rhythmDays: 11 })).toMatchObject({ state: 'ok' });
    expect(light({ ...reported, rhythmDays: 10 })).toMatchObject({
      state: 'none',
      rule: 'report-too-old',
      lastSign: '2021-05-20',
    });
    expect(light({ ...reported, reportedOn: '2015-01-01' }).state).toBe('ok');
    const ticked = [step(null, '2021-05-25')];
    expect(light({ ...reported, rhythmDays: 10, milestones: ticked }).state).toBe('ok');
  });
});

describe('for any task', () => {
  const anyStep = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    title: fc.constant('step'),
    due: orNull(anyPartialDate),
    doneOn: orNull(anyPartialDate),
  });
  const anyInput: fc.Arbitrary<LightInput> = fc
    .record({
      asOf: anyDay,
      nearDays: fc.integer({ min: 1, max: 30 }),
      due: orNull(anyPartialDate),
      milestones: fc.array(anyStep, { maxLength: 4 }),
      declared: orNull(fc.constantFrom(...declaredStatuses)),
      rhythmDays: orNull(fc.integer({ min: 1, max: 90 })),
      ago: fc.nat(200),
    })
    .map(({ ago, ...input }) => ({
      ...input,
      reportedOn: input.declared === null ? null : addDays(input.asOf, -ago),
    }));
  const SEVERITY = { done: 0, ok: 1, none: 2, near: 3, over: 4, blocked: 4 };

  test('nobody can declare a light better, only worse or finished', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const quiet = lightOf({ ...input, declared: 'in_progress', reportedOn: input.asOf });
        const blocked = lightOf({ ...input, declared: 'blocked', reportedOn: input.asOf });
        const done = lightOf({ ...input, declared: 'done', reportedOn: input.asOf });
        expect(blocked.state).toBe('blocked');
        const isAllTicked = input.milestones.every((row) => isTicked(row, input.asOf));
        expect(done.state).toBe(isAllTicked ? 'done' : quiet.state);
      }),
    );
  });

  test('green has a sign of life within the rhythm and no date that is near', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { state, lastSign } = lightOf(input);
        if (state !== 'ok') return;
        expect(lastSign).not.toBeNull();
        const age = daysBetween(lastSign ?? '', input.asOf);
        expect(age).toBeLessThanOrEqual(input.rhythmDays ?? Infinity);
        const next = openDates(input)[0];
        if (next !== undefined) {
          expect(daysBetween(input.asOf, next.due)).toBeGreaterThan(input.nearDays);
        }
      }),
    );
  });

  test('without a new report the light never gets better as days go by', () => {
    fc.assert(
      fc.property(anyInput, fc.nat(60), (input, days) => {
        const later = addDays(input.asOf, days);
        const isQuiet = input.milestones.every(
          (row) => row.doneOn === null || lastDay(row.doneOn) <= input.asOf,
        );
        if (!isQuiet) return;
        const [now, then] = [lightOf(input), lightOf({ ...input, asOf: later })];
        expect(SEVERITY[then.state]).toBeGreaterThanOrEqual(SEVERITY[now.state]);
      }),
    );
  });

  test('the date that decides is the nearest one open', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { due, dueInDays } = lightOf(input);
        const days = openDates(input).map((row) => row.due);
        expect(days).toEqual([...days].sort());
        if (due === null) return;
        expect(due).toBe(days[0]);
        expect(dueInDays).toBe(daysBetween(input.asOf, due));
      }),
    );
  });
});

describe('what may be declared beside a computed light', () => {
  test('the same or worse', () => {
    for (const computed of lightStates) {
      expect(mayDeclare(computed, computed, true)).toBe(true);
      expect(mayDeclare(computed, 'blocked', false)).toBe(true);
    }
    expect(mayDeclare('ok', 'near', false)).toBe(true);
  });

  test('never better', () => {
    expect(mayDeclare('over', 'ok', true)).toBe(false);
    expect(mayDeclare('near', 'ok', true)).toBe(false);
    expect(mayDeclare('blocked', 'near', true)).toBe(false);
    expect(mayDeclare('none', 'ok', true)).toBe(false);
  });

  test('done only where every milestone is ticked', () => {
    for (const computed of lightStates) {
      expect(mayDeclare(computed, 'done', true)).toBe(true);
      expect(mayDeclare(computed, 'done', false)).toBe(false);
    }
  });
});
