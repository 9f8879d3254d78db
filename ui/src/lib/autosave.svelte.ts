const PAUSE_MS = 700;
/** Somebody who types without a pause loses no more than this when the power goes. */
const LONGEST_MS = 3000;

const open = new Set<Autosave>();

/** Saves everything that is still being written: before locking or leaving. */
export async function saveAll(): Promise<void> {
  await Promise.all([...open].map((one) => one.flush()));
}

/**
 * Saves as one types. "saved" is shown once Rust has answered, and Rust answers once it is on disk.
 */
export class Autosave {
  state = $state<'clean' | 'typing' | 'saving' | 'saved' | 'failed'>('clean');
  message = $state<string | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dirty = false;
  /** When the first letter was typed that is not saved yet. */
  #since: number | null = null;
  #running: Promise<void> | null = null;
  readonly #save: () => Promise<unknown>;

  /** `save` writes what stands on the page at the moment it is called. */
  constructor(save: () => Promise<unknown>) {
    this.#save = save;
    open.add(this);
  }

  /** Something was typed. */
  touch(): void {
    this.#dirty = true;
    this.state = 'typing';
    clearTimeout(this.#timer);
    this.#since ??= Date.now();
    const left = this.#since + LONGEST_MS - Date.now();
    this.#timer = setTimeout(() => void this.flush(), Math.max(0, Math.min(PAUSE_MS, left)));
  }

  /** Saves now what is not saved yet, and waits for it. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#running) await this.#running;
    if (!this.#dirty) return;
    this.#running = this.#write();
    await this.#running;
    this.#running = null;
  }

  async #write(): Promise<void> {
    this.#dirty = false;
    this.#since = null;
    this.state = 'saving';
    try {
      await this.#save();
      this.message = null;
      // What was typed in the meantime is not saved by this.
      this.state = this.#dirty ? 'typing' : 'saved';
    } catch (thrown) {
      this.#dirty = true;
      this.state = 'failed';
      this.message = thrown instanceof Error ? thrown.message : String(thrown);
    }
  }

  /** The page is left: saves what is open and stops. */
  async close(): Promise<void> {
    await this.flush();
    open.delete(this);
  }
}
