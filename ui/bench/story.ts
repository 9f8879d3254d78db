/**
 * The story in time under load, in whatever browser opens this: how long each interaction keeps the
 * page busy. It is no part of the program; `npm run bench:story` in tests/browser builds and runs it.
 */
import { flushSync, mount } from 'svelte';
import '../src/app.css';
import { made, THREE_YEARS } from '../src/story/made';
import Story from '../src/story/Story.svelte';

/** What one kind of interaction took, in milliseconds. */
export interface Figures {
  name: string;
  count: number;
  median: number;
  p95: number;
  most: number;
}

const story = made(4, THREE_YEARS);
const target = document.getElementById('app') as HTMLElement;
const began = performance.now();
mount(Story, { target, props: { story, title: 'Three years', onopen: () => undefined } });
flushSync();
target.getBoundingClientRect();
const mounted = performance.now() - began;

const picture = target.querySelector('.picture') as HTMLElement;
const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
const button = (name: string) =>
  [...target.querySelectorAll('button')].find((one) => one.textContent.trim() === name);

/** Has the styles and the layout of all that changed worked out now. */
function settle() {
  flushSync();
  picture.getBoundingClientRect();
  picture.querySelector('.words span')?.getBoundingClientRect();
  void document.body.offsetHeight;
}

function figures(name: string, times: number[]): Figures {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  const round = (n: number) => Math.round(n * 100) / 100;
  return {
    name,
    count: times.length,
    median: round(at(0.5)),
    p95: round(at(0.95)),
    most: round(at(1)),
  };
}

/** Times what an interaction does: its own handlers, those it leaves to the next frame, the layout. */
async function timed(act: () => void): Promise<number> {
  let start = 0;
  const first = requestAnimationFrame(() => (start = performance.now()));
  void first;
  const before = performance.now();
  act();
  flushSync();
  const sync = performance.now() - before;
  return new Promise((done) =>
    requestAnimationFrame(() => {
      settle();
      done(performance.now() - start + sync);
    }),
  );
}

async function repeated(name: string, count: number, act: (i: number) => void): Promise<Figures> {
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) {
    times.push(await timed(() => act(i)));
    await frame();
  }
  return figures(name, times);
}

/** What a zoom leaves until the wheel rests: a key is pressed before it would by itself. */
async function rests(count: number): Promise<Figures> {
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) {
    await timed(() => wheel({ ctrlKey: true, deltaY: i % 24 < 12 ? -60 : 60 }));
    times.push(await timed(() => key('Shift')));
    await frame();
  }
  return figures('the zoom comes to rest', times);
}

const box = () => picture.getBoundingClientRect();
function wheel(init: WheelEventInit) {
  const { left, top } = box();
  const at = { clientX: left + 480, clientY: top + 200, bubbles: true, cancelable: true };
  picture.dispatchEvent(new WheelEvent('wheel', { ...at, ...init }));
}
function key(name: string, init: KeyboardEventInit = {}) {
  const on = picture.contains(document.activeElement) ? document.activeElement : picture;
  on?.dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...init }),
  );
}
function point(x: number, y: number) {
  const { left, top } = box();
  const at = { clientX: left + x, clientY: top + y, bubbles: true };
  const on = document.elementFromPoint(left + x, top + y) ?? picture;
  on.dispatchEvent(new PointerEvent('pointerover', at));
  on.dispatchEvent(new PointerEvent('pointermove', at));
}
const stops = () => [...picture.querySelectorAll<SVGElement>('[data-stop]')];
const show = async (name: string) => {
  button(name)?.click();
  settle();
  await frame();
};

/** How far apart the frames are while the picture moves with each of them: painting included. */
async function frames(name: string, count: number, act: (i: number) => void): Promise<Figures> {
  const times: number[] = [];
  let last = await frame();
  for (let i = 0; i < count; i += 1) {
    act(i);
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  return figures(name, times);
}

async function run() {
  await document.fonts.ready;
  // Nobody turns the wheel in the moment in which a page opens: what it does meanwhile by itself is over.
  await new Promise((done) => setTimeout(done, 1500));
  const out: Figures[] = [figures('draw it for the first time', [mounted])];
  const drawn = stops().length;
  const count = 60;
  await show('all');
  out.push(
    await repeated('zoom step, from all of it', count, (i) =>
      wheel({ ctrlKey: true, deltaY: i % 24 < 12 ? -60 : 60 }),
    ),
  );
  await show('all');
  out.push(await rests(count / 2));
  await show('all');
  wheel({ ctrlKey: true, deltaY: -60 });
  await frame();
  out.push(
    await repeated('pan step, nearly all of it', count, (i) =>
      wheel({ shiftKey: true, deltaY: i % 20 < 10 ? 9 : -9 }),
    ),
  );
  await show('quarter');
  out.push(
    await repeated('pan step, a quarter', count, (i) =>
      wheel({ shiftKey: true, deltaY: i % 40 < 20 ? 60 : -60 }),
    ),
  );
  await show('all');
  out.push(await repeated('hover over the ground', count, (i) => point(110 + i * 13, 112)));
  const heights = stops().map((stop) => stop.getBoundingClientRect());
  out.push(
    await repeated('hover over a mark', count, (i) => {
      const at = heights[(i * 7) % heights.length];
      const { left, top } = box();
      if (at) point(at.left - left + at.width / 2, at.top - top + at.height / 2);
    }),
  );
  stops()[20]?.focus();
  settle();
  out.push(await repeated('key to the next mark', count, () => key('ArrowRight')));
  stops()[20]?.focus();
  out.push(
    await repeated('open a card, close it', count, (i) => key(i % 2 === 0 ? 'Enter' : 'Escape')),
  );
  await show('month');
  stops()[4]?.focus();
  out.push(await repeated('key that moves the picture', count, () => key('ArrowRight')));
  out.push(await repeated('key that zooms', count, (i) => key(i % 12 < 6 ? '-' : '+')));
  await show('all');
  wheel({ ctrlKey: true, deltaY: -60 });
  await frame();
  out.push(
    await frames('between frames, panning', 120, (i) =>
      wheel({ shiftKey: true, deltaY: i % 20 < 10 ? 9 : -9 }),
    ),
  );
  await show('all');
  out.push(
    await frames('between frames, zooming', 48, (i) =>
      wheel({ ctrlKey: true, deltaY: i % 24 < 12 ? -60 : 60 }),
    ),
  );
  return { drawn, marks: story.marks.length, figures: out };
}

declare global {
  interface Window {
    bench: typeof run;
  }
}
window.bench = run;
