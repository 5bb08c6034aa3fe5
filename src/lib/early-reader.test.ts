import { afterEach, expect, test } from 'vitest';
import { applyEarly } from './early-reader.ts';

const root = (shell: string): HTMLElement => {
  const element = document.createElement('div');
  element.dataset.shell = shell;
  element.dataset.theme = 'light';
  return element;
};
const keep = (text: string) => localStorage.setItem('reform-cockpit.preferences', text);
const shown = (element: HTMLElement) => [element.dataset.theme, element.dataset.text];

afterEach(() => localStorage.clear());

test('a desk takes the theme and the text size that were chosen', () => {
  keep(JSON.stringify({ state: { theme: 'dark', textSize: 'large' }, version: 1 }));
  const element = root('desk');
  applyEarly(element, '');
  expect(shown(element)).toEqual(['dark', 'large']);
});

test('the theme of the address wins, and a wall shows what everybody sees', () => {
  keep(JSON.stringify({ state: { theme: 'dark', textSize: 'large' }, version: 1 }));
  const desk = root('desk');
  applyEarly(desk, '?theme=projector');
  expect(shown(desk)).toEqual(['light', 'large']);
  const wall = root('wall');
  applyEarly(wall, '');
  expect(shown(wall)).toEqual(['light', undefined]);
});

test.each(['', '{', 'null', '{"state":{"theme":"pink","textSize":7}}', '{"state":null}'])(
  'what the device kept as %j changes nothing',
  (text) => {
    keep(text);
    const element = root('desk');
    applyEarly(element, '');
    expect(shown(element)).toEqual(['light', undefined]);
  },
);
