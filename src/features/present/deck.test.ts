import { expect, test } from 'vitest';
import type { AgendaItem } from '#core/contract/meeting.ts';
import type { Slide } from '#core/contract/slide.ts';
import { deckOf, itemAt, placeOf } from './deck.ts';

const slide = (key: string): Slide => ({
  key,
  kind: 'decisions',
  title: key,
  light: null,
  sources: [],
  note: null,
  page: null,
  body: { kind: 'decisions' },
});
const item = (key: string, change: Partial<AgendaItem> = {}): AgendaItem => ({
  key,
  kind: 'decisions',
  shown: true,
  title: null,
  text: null,
  notes: null,
  minutes: null,
  ask: null,
  ...change,
});

const deck = deckOf({
  agenda: [
    item('changes'),
    item('funds', { shown: false }),
    item('gone'),
    item('own:a', { kind: 'own', title: '其他事项', text: '一' }),
    item('decisions'),
  ],
  slides: [slide('decisions'), slide('changes'), slide('funds')],
});

test('what is shown follows the agenda; what was dropped or has no slide is left out', () => {
  expect(deck.map((row) => row.key)).toEqual(['changes', 'own:a', 'decisions']);
});

test('an own item carries its title itself', () => {
  expect(deck[1]?.slide).toMatchObject({ kind: 'own', title: '其他事项' });
});

test('places count from the title, and never leave the deck', () => {
  expect(placeOf(deck, null)).toBe(0);
  expect(placeOf(deck, 'decisions')).toBe(3);
  expect(placeOf(deck, 'gone')).toBe(0);
  expect(itemAt(deck, 0)).toBeNull();
  expect(itemAt(deck, 2)).toBe('own:a');
  expect(itemAt(deck, 9)).toBe('decisions');
  expect(itemAt(deck, -1)).toBeNull();
});
