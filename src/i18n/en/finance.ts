import type { finance as zh } from '#src/i18n/zh/finance.ts';

export const finance: typeof zh = {
  pageName: 'Finance and projects',
  mark: (number) => `Q${number}`,
  money: {
    title: (count) => (count === 1 ? 'One amount on its scale' : `${count} amounts on one scale`),
    largest: (name, amount) => `Largest on one scale: ${name}, ${amount}`,
    name: 'Amounts on one scale from 0',
    given: 'Amounts',
    until: (date) => `to ${date}`,
    amount: (name, when, amount) => `${name} (${when}) ${amount}`,
    and: ', ',
    between: '; ',
    group: (title, amounts) => `${title}: ${amounts}`,
    other: (name, amount) => `${name}, ${amount},`,
    elsewhere: (names) =>
      `${names} speaks of projects, not of loans, investments or credit, and is not drawn on this scale.`,
    key: 'Of different times, so never added up. Outlined: statements to be confirmed; arrow: “over”.',
    left: (count) => (count === 1 ? '1 more amount in the table' : `${count} more in the table`),
    table: {
      file: (date) => `finance-${date}`,
      name: 'Indicator',
      group: 'Kind',
      amount: (unit) => `Amount (${unit})`,
      when: 'Time',
      note: 'Note',
    },
  },
  finance: 'Finance for science and technology',
  sources: 'Who says so',
  more: (count) => (count === 1 ? '1 more on the desk page' : `${count} more on the desk page`),
  mostly: (date) => `as of ${date} unless marked`,
  credit: {
    lead: (summary) => `${summary}: side by side, on one scale`,
    bar: (name, amount) => `${name} ${amount}`,
    source: (title) => `“${title}”`,
  },
  projects: 'Projects',
  noProjects: 'No project figure at this date',
  questions: (count) =>
    count === 1
      ? '1 definition to be confirmed'
      : `${count} definitions to be confirmed, both statements kept`,
};
