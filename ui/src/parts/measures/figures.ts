/** A number with its sign, as it is written on paper. */
export function signed(n: number): string {
  return n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0';
}

/** A number of tenths, none of them below nought, with one decimal. */
export function decimal(tenths: number): string {
  return `${Math.trunc(tenths / 10)}.${tenths % 10}`;
}

/** A number of tenths with its sign and one decimal. */
export function tenths(n: number): string {
  const text = decimal(Math.abs(n));
  return n > 0 ? `+${text}` : n < 0 ? `−${text}` : text;
}
