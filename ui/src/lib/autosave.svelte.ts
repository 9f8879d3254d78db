const PAUSE_MS = 700;

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
    this.#timer = setTimeout(() => void this.flush(), PAUSE_MS);
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
