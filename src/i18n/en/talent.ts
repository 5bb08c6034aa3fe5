import type { talent as zh } from '#src/i18n/zh/talent.ts';

export const talent: typeof zh = {
  pageName: 'Talent',
  mark: (number) => `Q${number}`,
  spans: {
    title: (figures, times) =>
      times === 1
        ? `${figures} ${figures === 1 ? 'figure' : 'figures'} of one span of time`
        : `${figures} figures speak of ${times} different spans of time`,
    name: 'The years that each talent figure covers',
    key: 'A bar is as long as its years, not as its count; years in a dashed frame are not named by the source.',
    placed: (period) => `${period}, years not named`,
    until: (date) => `cumulative to ${date}, start not listed`,
    onDate: (date) => `at ${date}`,
    asOf: (date) => `As of ${date}`,
    figure: (name, value) => `${name} ${value}`,
    and: ', ',
    group: (when, figures) => `${when}: ${figures}`,
    between: '; ',
    sentence: (groups) =>
      `${groups}. Figures of different times are not added up and make no trend`,
    items: 'items',
    noStart: 'not listed',
    left: (count) => `${count} more in the table`,
    table: {
      file: (date) => `talent-${date}`,
      name: 'Indicator',
      value: 'Figure',
      unit: 'Unit',
      from: 'From',
      to: 'To',
      when: 'Time',
      note: 'Note',
    },
  },
  rest: 'Further figures',
  more: (count) => (count === 1 ? '1 more on the desk page' : `${count} more on the desk page`),
  mostly: (date) => `as of ${date} unless marked`,
  note: (name, note) => `${name}: ${note}`,
  questions: (count) =>
    count === 1
      ? '1 definition to be confirmed'
      : `${count} definitions to be confirmed, both statements kept`,
  sources: 'Who says so',
  subsidyLink: 'See funds',
};
