import { labels, type CoacheeLabel } from '../messages/labels.svelte';

/** How the window looks. Nothing of the practice is ever put here. */
export type Theme = 'system' | 'light' | 'dark';

function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A window that keeps nothing still shows what was chosen.
  }
}

class Preferences {
  theme = $state<Theme>('system');

  constructor() {
    const theme = read('theme');
    if (theme === 'light' || theme === 'dark') this.setTheme(theme);
    if (read('coachee') === 'client') labels.coachee = 'client';
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    write('theme', theme);
  }

  setLabel(label: CoacheeLabel): void {
    labels.coachee = label;
    write('coachee', label);
  }
}

export const preferences = new Preferences();
