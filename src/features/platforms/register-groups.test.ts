import { describe, expect, test } from 'vitest';
import { sampleBoard } from '#tests/setup/sample-board.ts';
import { platformFigures } from './platform-figures.ts';
import { firstRows, groupsByStage, homeOf, matching, noFilter } from './register-groups.ts';

const board = sampleBoard();
const { register } = board.platforms;

describe('the register', () => {
  test('by stage, home first, nobody lost', () => {
    const groups = groupsByStage(register, register);
    expect(groups.map(({ stage, count }) => [stage, count])).toEqual([
      ['signed', 3],
      ['building', 6],
      ['operating', 18],
      ['unclear', 1],
    ]);
    expect(homeOf(register)).toBe('平湖');
    expect(groups.map((group) => group.places[0]?.place)).toEqual(['平湖', '平湖', '平湖', '平湖']);
    const names = groups.flatMap((group) =>
      group.places.flatMap((row) => row.platforms.map((platform) => platform.id)),
    );
    expect(names.sort()).toEqual(register.map((row) => row.id).sort());
  });

  test('the first rows keep the count of the whole stage', () => {
    const [operating] = groupsByStage(
      register.filter((row) => row.stage === 'operating'),
      register,
    );
    if (operating === undefined) throw new Error('no stage');
    const [kept] = firstRows([operating], 5);
    expect(kept?.count).toBe(18);
    expect(kept?.places.flatMap((row) => row.platforms)).toHaveLength(5);
  });

  test('filters join', () => {
    expect(matching(register, { ...noFilter, level: 'national' })).toHaveLength(2);
    expect(matching(register, { ...noFilter, kind: 'enclave', stage: 'building' })).toHaveLength(2);
  });
});

test('every figure of the platforms stands in exactly one place', () => {
  const { contested, others } = platformFigures(board);
  expect(contested.map((row) => row.question.number)).toEqual([1]);
  const shown = [
    ...board.platforms.matrix.flatMap((cell) => [cell.added, cell.total]),
    ...contested.flatMap((row) => row.figures.map((figure) => figure.code)),
    ...others.map((figure) => figure.code),
  ].filter((code) => code !== null);
  const own = board.figures.filter((figure) => figure.theme === 'platform');
  expect(shown.sort()).toEqual(own.map((figure) => figure.code).sort());
});

test('a question that is settled keeps nothing apart', () => {
  const questions = board.questions.map((row) => ({ ...row, open: false }));
  const { contested, others } = platformFigures({ ...board, questions });
  expect(contested).toEqual([]);
  expect(others.map((figure) => figure.code)).toContain('platform.deeproots.major.alt');
});
