import {
  type Address,
  type Fault,
  nothingOnPage,
  type OnPage,
  readAddress,
} from '#src/lib/address.ts';
import { findPage, type Page, pages } from './pages.ts';

const onPageNames = Object.keys(nothingOnPage) as (keyof OnPage)[];
/** Everything in an address that not every page makes use of. */
const ofWalls = ['rotate', 'distance', 'side'] as const;
const particular = [...onPageNames, ...ofWalls] as const;

const isOfWalls = (name: (typeof particular)[number]): name is (typeof ofWalls)[number] =>
  (ofWalls as readonly string[]).includes(name);

/** Whether the page makes use of what the address says of one page's list; what a wall shows, everybody sees. */
const takes = (page: Page, name: (typeof particular)[number]): boolean =>
  isOfWalls(name)
    ? page.shell === 'wall'
    : page.shell === 'desk' && (name === 'passport' || (page.filters ?? []).includes(name));

export type PageAddress = {
  /** null = the address leads to no page. */
  readonly page: Page | null;
  /** Holds nothing that its page makes no use of. */
  readonly address: Address;
  readonly faults: readonly Fault[];
};

/** The address as its page reads it: a filter of another page would change nothing here, and is said to be so. */
export function readPageAddress(path: string, search: string): PageAddress {
  const page = findPage(path);
  const { address, faults } = readAddress(search);
  if (page === null) return { page, address, faults };
  const foreign = particular.filter((name) => address[name] !== null && !takes(page, name));
  return {
    page,
    address: { ...address, ...Object.fromEntries(foreign.map((name) => [name, null])) },
    faults: [
      ...faults,
      ...foreign.map((param): Fault => ({ param, given: address[param] ?? '', kind: 'elsewhere' })),
    ],
  };
}

/** The page that makes use of a change: this one, its namesake at the desk, or the first that does. */
export function pageFor(change: Partial<Address>, page: Page): Page {
  const names = onPageNames.filter((name) => change[name] != null);
  const able = pages.filter((one) => names.every((name) => takes(one, name)));
  if (names.length === 0 || able.includes(page)) return page;
  return able.find((one) => one.name === page.name) ?? able[0] ?? page;
}
