/** Minutes as clock hours to two decimals, as Rust writes them: 45 are 0.75. */
export function hoursOf(minutes: number): string {
  return (Math.round((minutes * 100) / 60) / 100).toFixed(2);
}

/** A file in base64, and no more of it than is enough to be refused for its size. */
export async function base64Of(file: File, enough: number): Promise<string> {
  const bytes = new Uint8Array(await file.slice(0, enough).arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(text);
}
