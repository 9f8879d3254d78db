/** Bytes as megabytes, with one figure after the point where it says something. */
export function megabytes(bytes: number): string {
  const mega = bytes / 1_000_000;
  return mega >= 10 ? String(Math.round(mega)) : mega.toFixed(1);
}
