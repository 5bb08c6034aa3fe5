import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { create } from 'zustand';

const useCount = create<{ readonly count: number }>()(() => ({ count: 0 }));

function Count() {
  return <p>count {useCount(({ count }) => count)}</p>;
}

// The two tests are the same on purpose: the second fails where the first leaves anything behind.
test.each(['first', 'second'])('the %s test starts with a clean page and clean stores', () => {
  expect(document.body).toBeEmptyDOMElement();
  expect(localStorage).toHaveLength(0);

  useCount.setState({ count: useCount.getState().count + 1 });
  localStorage.setItem('left', 'behind');
  render(<Count />);

  expect(screen.getByText('count 1')).toBeInTheDocument();
});
