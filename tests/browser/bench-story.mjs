// How long each interaction with the story in time keeps the page busy: three years, 150 sessions,
// 40 goal versions, 300 marks; in Chromium, and in the web view that the window uses.
// `npm run bench:story [chromium|webkit]`. It prints figures and judges nothing.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = join(root, 'target', 'story-bench');
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>The story in time</title>
<link rel="stylesheet" href="story.css"><div id="app"></div><script src="story.js"></script>`;
const STYLE = '#app { width: 960px; padding: 24px; }';

function build() {
  const vite = ['vite', 'build', '--config', 'bench/vite.config.ts', '--logLevel', 'warn'];
  execFileSync('npx', vite, {
    cwd: join(root, 'ui'),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(join(out, 'index.html'), PAGE.replace('<div', `<style>${STYLE}</style><div`));
  return pathToFileURL(join(out, 'index.html')).href;
}

function print(browser, { drawn, marks, figures }) {
  console.log(
    `\n${browser}: ${marks} marks and 40 versions, drawn as ${drawn} marks; milliseconds`,
  );
  for (const { name, count, median, p95, most } of figures)
    console.log(
      `  ${name.padEnd(30)} median ${median.toFixed(1).padStart(6)}  p95 ${p95.toFixed(1).padStart(6)}` +
        `  most ${most.toFixed(1).padStart(6)}  of ${count}`,
    );
}

async function inChromium(page) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  tab.setDefaultTimeout(180_000);
  await tab.goto(page);
  print(`Chromium ${browser.version()}`, await tab.evaluate(() => window.bench()));
  await browser.close();
}

/** The plain browser that comes with WebKitGTK: the same web view as the window's. */
function miniBrowser() {
  const inside = (folder) => join('/usr/lib', folder, 'webkit2gtk-4.1', 'MiniBrowser');
  return readdirSync('/usr/lib').map(inside).find(existsSync);
}

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

async function inWebKit(page) {
  const binary = miniBrowser();
  if (!binary) throw new Error('MiniBrowser, of the package libwebkit2gtk-4.1-0, is missing');
  const home = mkdtempSync(join(tmpdir(), 'story-bench-'));
  const port = await freePort();
  const command = ['-a', '-s', '-screen 0 1280x860x24', 'dbus-run-session', '--'];
  const driver = spawn('xvfb-run', [...command, 'WebKitWebDriver', `--port=${port}`], {
    env: {
      ...process.env,
      HOME: home,
      XDG_RUNTIME_DIR: home,
      LANGUAGE: 'en',
    },
    stdio: 'ignore',
    detached: true,
  });
  const ask = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: body && JSON.stringify(body),
    });
    const { value } = await answer.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  try {
    for (let i = 0; ; i += 1) {
      const ready = await ask('GET', '/status').catch(() => null);
      if (ready) break;
      if (i > 200) throw new Error('WebKitWebDriver does not answer');
      await new Promise((done) => setTimeout(done, 100));
    }
    const options = { binary, args: ['--automation'] };
    const { sessionId, capabilities } = await ask('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
    });
    const session = `/session/${sessionId}`;
    await ask('POST', `${session}/timeouts`, { script: 300_000 });
    await ask('POST', `${session}/window/rect`, {
      x: 0,
      y: 0,
      width: 1280,
      height: 860,
    });
    await ask('POST', `${session}/url`, { url: page });
    const script = 'const done = arguments[0]; window.bench().then(done, (e) => done(String(e)));';
    const found = await ask('POST', `${session}/execute/async`, {
      script,
      args: [],
    });
    if (typeof found === 'string') throw new Error(found);
    print(`WebKitGTK ${capabilities.browserVersion}`, found);
    await ask('DELETE', session);
  } finally {
    process.kill(-driver.pid);
    rmSync(home, { recursive: true, force: true });
  }
}

const which = process.argv[2];
const page = build();
if (which !== 'webkit') await inChromium(page);
if (which !== 'chromium') await inWebKit(page);
