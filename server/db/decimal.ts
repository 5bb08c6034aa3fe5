/**
 * Figures as exact decimals: an integer and a power of ten, so that neither engine ever rounds one.
 * At most six places, as the contract says; the integer stays within 2^53, which JavaScript counts exactly.
 */

const MOST_PLACES = 6;

export type Decimal = { readonly amount: number; readonly scale: number };

/** Throws RangeError where the value is not finite, has more than six places, or is beyond 2^53 steps. */
export function toDecimal(value: number): Decimal {
  for (let scale = 0; scale <= MOST_PLACES; scale += 1) {
    const amount = Math.round(value * 10 ** scale);
    if (!Number.isSafeInteger(amount)) break;
    // Division of two exact numbers rounds correctly, so equality means: this is that decimal's double.
    if (amount / 10 ** scale === value) return { amount: amount + 0, scale };
  }
  throw new RangeError(
    `${value} is not a decimal of at most ${MOST_PLACES} places within 2^53 steps`,
  );
}

export function fromDecimal({ amount, scale }: Decimal): number {
  return amount / 10 ** scale;
}
