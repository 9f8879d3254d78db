import { CommandError, toCommandError } from '../ipc';

/**
 * Questions that come faster than their answers, as from a slider that is dragged: one is under way
 * at a time, the newest one waits, and what was asked in between is never sent.
 */
export class Newest<Question, Answer> {
  value = $state.raw<Answer | null>(null);
  error = $state.raw<CommandError | null>(null);
  #waiting: { question: Question } | null = null;
  #running = false;
  readonly #send: (question: Question) => Promise<Answer>;

  constructor(send: (question: Question) => Promise<Answer>) {
    this.#send = send;
  }

  ask(question: Question): void {
    this.#waiting = { question };
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiting) {
      const { question } = this.#waiting;
      this.#waiting = null;
      try {
        this.value = await this.#send(question);
        this.error = null;
      } catch (thrown) {
        this.error = toCommandError(thrown);
      }
    }
    this.#running = false;
  }
}
