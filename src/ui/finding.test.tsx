import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Finding } from './finding.tsx';

test.each([
  ['14 项任务，11 项还没有填报', ['14', '11']],
  ['平台专项已付 16.5%，落后序时 16.4 个百分点', ['16.5%', '16.4']],
  ['引进人才 2,956 人，1,800 万元', ['2,956', '1,800']],
  ['截至 2021-04-30 还没有登记任务', []],
  ['没有数字', []],
])('%s: its numbers are set as figures, and no word is lost', (text, numbers) => {
  const { container } = render(<Finding text={text} />);
  expect(container).toHaveTextContent(text);
  const set = [...container.querySelectorAll('.digits')].map((node) => node.textContent);
  expect(set).toEqual(numbers);
});
