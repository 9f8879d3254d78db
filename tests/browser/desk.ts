// The built interface in Chromium, with the real desk behind it: each page talks to a `bridge` of
// its own, is served from ui/dist without a server, and runs under the window's own CSP.
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import axe from 'axe-core';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'ui', 'dist');
/** A program of ours, as it is built for development. */
export const program = (name: string) =>
  join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'debug', name);
export const TODAY = '2026-09-16';

const csp = Object.entries(
  JSON.parse(readFileSync(join(root, 'src-tauri', 'tauri.conf.json'), 'utf8')).app.security
    .csp as Record<string, string>,
)
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ');

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.otf': 'font/otf',
};

export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'three-chairs-browser-'));
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly waiting: ((answer: unknown) => void)[] = [];

  /** `day` is the one on which it stands still. */
  constructor(day: string) {
    this.child = spawn(program('bridge'), [this.folder, day]);
    createInterface({ input: this.child.stdout }).on('line', (line) =>
      this.waiting.shift()?.(JSON.parse(line)),
    );
  }

  ask(command: string, input: unknown): Promise<unknown> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.child.stdin.write(`${JSON.stringify({ command, input })}\n`);
    });
  }

  /** Only when the program has ended does it write no more into its folder. */
  async close() {
    const ended = this.child.exitCode ?? once(this.child, 'exit');
    this.child.stdin.end();
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A page of the interface, with a desk of its own. A console error or a CSP report fails the test. */
export const test = base.extend<{ day: string; desk: Desk }>({
  day: [TODAY, { option: true }],
  desk: [
    async ({ page, day }, use) => {
      const desk = new Desk(day);
      const faults: string[] = [];
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(String(error)));
      await page.route('**/*', async (route) => {
        const url = new URL(route.request().url());
        const path = normalize(join(dist, url.pathname === '/' ? 'index.html' : url.pathname));
        if (url.hostname !== 'three-chairs.localhost' || !path.startsWith(dist)) {
          faults.push(`a request left the program: ${url.href}`);
          return route.abort();
        }
        return route.fulfill({
          path,
          headers: {
            'content-type': types[extname(path)] ?? 'application/octet-stream',
            'content-security-policy': csp,
          },
        });
      });
      await page.exposeFunction('__THREE_CHAIRS_BRIDGE__', (command: string, input: unknown) =>
        desk.ask(command, input),
      );
      await page.goto('http://three-chairs.localhost/');
      await use(desk);
      await desk.close();
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

/** No violation of WCAG A and AA that axe can find on the page as it stands, in either theme. */
export async function expectAccessible(page: Page) {
  await page.evaluate(axe.source);
  for (const scheme of ['dark', 'light'] as const) {
    await inTheme(page, scheme);
    const violations = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
      });
      return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
    });
    expect(violations, scheme).toEqual([]);
  }
}

/**
 * Shows the page in a theme, and waits until no colour is on its way any more. What is folded away
 * stands still on its way.
 */
async function inTheme(page: Page, colorScheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(() => {
    const seen = ({ effect }: Animation) =>
      effect instanceof KeyframeEffect && effect.target?.checkVisibility();
    const moving = document.getAnimations().filter(seen);
    return Promise.allSettled(moving.map((animation) => animation.finished));
  });
}

/** A place in the sample practice, which is opened where it is not yet. */
export async function at(page: Page, hash: string) {
  if ((await page.getByRole('navigation').count()) === 0) {
    await page.getByRole('button', { name: /sample practice/i }).click();
    await expect(page.getByRole('navigation').first()).toBeVisible();
  }
  await page.evaluate((to) => (location.hash = to), hash);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** The themes and sizes that everything has to look well in; what is done is done in the first. */
export const LOOKS = [
  ['light', 1280, 800],
  ['dark', 1280, 800],
  ['light', 1024, 700],
  ['dark', 1024, 700],
] as const;

/** Puts pictures of the page as it stands into shots/, to be looked at. */
export type Shot = (page: Page, name: string, fullPage?: boolean) => Promise<unknown>;

/**
 * Tests that take pictures, each of them in all these looks; the names of the pictures begin with
 * `prefix`. What is done between two pictures is done once.
 */
export function inLooks(
  looks: readonly (typeof LOOKS)[number][],
  prefix: string,
  tests: (shot: Shot) => void,
) {
  tests(async (page, name, fullPage = false) => {
    for (const look of looks) {
      await inLook(page, look);
      const [scheme, width] = look;
      await page.screenshot({ path: `shots/${prefix}${name}-${width}-${scheme}.png`, fullPage });
    }
    await inLook(page, LOOKS[0]);
  });
}

async function inLook(page: Page, [scheme, width, height]: (typeof LOOKS)[number]) {
  await page.setViewportSize({ width, height });
  await inTheme(page, scheme);
}

export { expect };
