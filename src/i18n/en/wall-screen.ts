import type { wallScreen as zh } from '../zh/wall-screen.ts';

export const wallScreen: typeof zh = {
  title: 'Register this screen',
  steps: (place) => `An administrator opens ${place} and confirms this code`,
  size: (width, height, ratio) =>
    `This screen: ${width} × ${height}${ratio === 1 ? '' : `, pixel ratio ${ratio}`}`,
  until: (time) => `The code holds until ${time}, then a new one takes its place`,
  itself: 'Once confirmed it starts by itself; nothing has to be done here.',
  asking: 'Asking for a code …',
  noScript:
    'This device runs no script and cannot be registered: use another one, or let an administrator open reading to everybody.',
  failed: 'No code could be had; it tries again by itself.',
  tooMany: 'Too many screens wait to be registered; it tries again by itself.',
  done: (name) => `Registered as “${name}”`,
  codeName: (letters) => `Code ${letters}`,
};
