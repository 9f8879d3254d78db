/** A short message that floats for a while, with a way back where there is one. */
export interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'wrong';
  undo?: () => void | Promise<void>;
}

const LASTS_MS = 8000;

class Toasts {
  all = $state<Toast[]>([]);
  #next = 1;

  /** Shows a message. One with an undo, or about an error, stays until it is closed. */
  show(text: string, options: { tone?: Toast['tone']; undo?: Toast['undo'] } = {}): void {
    const toast: Toast = {
      id: this.#next++,
      text,
      tone: options.tone ?? 'plain',
      undo: options.undo,
    };
    this.all = [...this.all.slice(-2), toast];
    if (toast.tone === 'plain' && !toast.undo) setTimeout(() => this.close(toast.id), LASTS_MS);
  }

  close(id: number): void {
    this.all = this.all.filter((toast) => toast.id !== id);
  }

  clear(): void {
    this.all = [];
  }
}

export const toasts = new Toasts();
