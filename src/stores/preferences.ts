/** What this device remembers of its reader: never data, never anything that the address already says. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { type ColourTheme, colourThemes, type Language, languages } from '#core/contract/lists.ts';
import { type MoneyStyle, moneyStyles } from '#core/domain/format.ts';

export const textSizes = ['normal', 'large', 'larger'] as const;
export type TextSize = (typeof textSizes)[number];

/** Colours of a rise and a fall; the arrow and the sign say the same without them. */
export const riseColours = ['none', 'red-up', 'green-up'] as const;
export type RiseColours = (typeof riseColours)[number];

export type Choices = {
  /** The language last chosen on this device; null = none was, the browser's own counts. */
  readonly lang: Language | null;
  /** null = each page's own: light on a desk. */
  readonly theme: ColourTheme | null;
  readonly money: MoneyStyle;
  readonly textSize: TextSize;
  /** True stills what moves even where the system does not ask for it. */
  readonly isStill: boolean;
  readonly rise: RiseColours;
};

export const plainChoices: Choices = {
  lang: null,
  theme: null,
  money: 'scaled',
  textSize: 'normal',
  isStill: false,
  rise: 'none',
};

const PREFERENCES_KEY = 'reform-cockpit.preferences';

const allowed: { readonly [K in keyof Choices]: readonly Choices[K][] } = {
  lang: [null, ...languages],
  theme: [null, ...colourThemes],
  money: moneyStyles,
  textSize: textSizes,
  isStill: [false, true],
  rise: riseColours,
};

/** What can be used of what the device kept; an older version, or a hand, may have left anything there. */
function usable(kept: unknown): Partial<Choices> {
  if (typeof kept !== 'object' || kept === null) return {};
  return Object.fromEntries(
    Object.entries(kept).filter(([name, value]) =>
      (allowed as Record<string, readonly unknown[] | undefined>)[name]?.includes(value),
    ),
  );
}

type Preferences = Choices & { readonly choose: (choice: Partial<Choices>) => void };

export const usePreferences = create<Preferences>()(
  persist((set) => ({ ...plainChoices, choose: (choice) => set(choice) }), {
    name: PREFERENCES_KEY,
    version: 1,
    partialize: ({ choose: _, ...choices }) => choices,
    merge: (kept, now) => ({ ...now, ...usable(kept) }),
  }),
);
