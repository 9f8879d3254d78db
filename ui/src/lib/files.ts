/** A file's bytes in base64, as commands take them; of a large one no more than would be refused. */
export async function base64Of(file: File, most = 33 * 1024 * 1024): Promise<string> {
  const bytes = new Uint8Array(await file.slice(0, most).arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(text);
}
