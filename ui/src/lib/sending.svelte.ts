import { CommandError, toCommandError } from '../ipc';

/**
 * One form on its way to Rust: whether it is under way, and what was refused. A refusal that names a
 * field is shown at that field; any other one below the form.
 */
export class Sending {
  busy = $state(false);
  error = $state.raw<CommandError | null>(null);
  readonly #fields = new Set<string>();

  /** The refusal of this field, if it is the one. */
  at(field: string): string | null {
    this.#fields.add(field);
    return this.error?.field === field ? this.error.message : null;
  }

  /** The refusal that belongs to no field of this form. */
  get general(): string | null {
    if (!this.error) return null;
    return this.error.field && this.#fields.has(this.error.field) ? null : this.error.message;
  }

  /** Runs the work once at a time. Undefined when it was refused or is still under way. */
  async run<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.busy) return undefined;
    this.busy = true;
    this.error = null;
    try {
      return await work();
    } catch (thrown) {
      this.error = toCommandError(thrown);
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  /** The same, of work whose answer nobody needs: true when it was done. */
  async done(work: () => Promise<unknown>): Promise<boolean> {
    const answer = await this.run(async () => {
      await work();
      return true;
    });
    return answer === true;
  }
}
