import { api, onRefusal } from '../ipc';
import type { DeskState } from '../ipc/types/DeskState';
import { saveAll } from './autosave.svelte';
import { setToday } from './days';
import { router } from './router.svelte';
import { toasts } from './toasts.svelte';

/** What the interface knows of the vault: whether it is open, and which first screen to show. */
class Desk {
  state = $state.raw<DeskState | null>(null);
  /** True once the coach has locked in this window: the lock screen, not the welcome. */
  locked = $state(false);

  constructor() {
    onRefusal((error) => {
      // The shell locked by itself: after idle minutes, or with the session.
      if (error.code === 'desk.closed' && this.state?.open) void this.#closed();
    });
  }

  async load(): Promise<void> {
    this.#set(await api.state());
  }

  #set(state: DeskState): void {
    setToday(state.today);
    this.state = state;
  }

  /** True once a vault was made in this window: a recovery key is offered. */
  offersKey = $state(false);

  /** A vault was opened or made. */
  opened(state: DeskState, made = false): void {
    this.locked = false;
    this.offersKey = made;
    this.#set(state);
    router.go({ page: 'today' });
    if (state.notice) toasts.show(state.notice);
  }

  /** Lays the window on a meeting's table: what was said and done before is not seen there. */
  async enterRoom(meeting: string): Promise<void> {
    await saveAll();
    await api.enterRoom({ meeting });
    toasts.clear();
    if (this.state) this.state = { ...this.state, in_room: true };
  }

  /** Takes the window from the table, and goes to what follows. */
  async leaveRoom(passphrase: string | null): Promise<void> {
    const left = await api.leaveRoom({ passphrase });
    router.replace({ page: 'meeting', ...left, part: 'afterwards' });
    if (this.state) this.state = { ...this.state, in_room: false };
  }

  /** Saves what is being written, closes the vault and empties the window. */
  async lock(): Promise<void> {
    await saveAll();
    const sample = this.state?.sample;
    await api.lock();
    await this.#closed();
    // The sample practice is gone with its vault: back to the welcome.
    if (sample) this.locked = false;
  }

  async #closed(): Promise<void> {
    // First the pages of the practice go, so that none of them asks a closed vault.
    this.locked = true;
    if (this.state) this.state = { ...this.state, open: false };
    toasts.clear();
    router.replace({ page: 'today' });
    this.#set(await api.state());
  }
}

export const desk = new Desk();
