import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { defineConfig } from '@playwright/test';

/** The system's own Chromium: a name is looked for where programs are, as a shell would. */
function chromium(): string {
  const named = process.env.CHROMIUM ?? 'chromium';
  if (isAbsolute(named)) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, named)).find((path) => existsSync(path)) ?? named;
}

export default defineConfig({
  testDir: '.',
  outputDir: '../../target/browser',
  workers: 2,
  fullyParallel: true,
  timeout: 180_000,
  // The desk behind the page is a build for development: the sample practice takes it seconds.
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      executablePath: chromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
