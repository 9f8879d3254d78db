import { api } from '../ipc';

/** The program is told at most this often that somebody is there. */
const PAUSE_MS = 5_000;
const SIGNS = ['pointerdown', 'pointermove', 'wheel', 'keydown', 'input'] as const;

/** Tells the program that somebody is at the window, so that it does not lock. Returns how to stop. */
export function tellActivity(isOpen: () => boolean): () => void {
  let told = -Infinity;
  const tell = () => {
    if (!isOpen() || performance.now() - told < PAUSE_MS) return;
    told = performance.now();
    // Locked in the meantime: then it is of no use any more.
    api.active().catch(() => undefined);
  };
  for (const sign of SIGNS) window.addEventListener(sign, tell, { passive: true, capture: true });
  return () => {
    for (const sign of SIGNS) window.removeEventListener(sign, tell, { capture: true });
  };
}
