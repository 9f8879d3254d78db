/** A file's bytes in base64, as commands take them; of a large one no more than would be refused. */
export function base64Of(file: File, most = 33 * 1024 * 1024): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onerror = () => failed(reader.error ?? new Error('unreadable'));
    // The address of the data: what comes after its first comma is the data.
    reader.onload = () => {
      const address = typeof reader.result === 'string' ? reader.result : '';
      done(address.slice(address.indexOf(',') + 1));
    };
    reader.readAsDataURL(file.slice(0, most));
  });
}
