/** What the search finds, in the order in which it is shown where nothing fits better. */
export const searchKinds = ['page', 'figure', 'task', 'platform', 'question', 'source'] as const;
export type SearchKind = (typeof searchKinds)[number];
