/** What hands do with the picture: wheel, pointer, two fingers. */
export interface Hands {
  /** `factor` times as much is to be seen; what is at `x` stays there. */
  zoom: (factor: number, x: number) => void;
  /** The picture moves by so many pixels. */
  pan: (pixels: number) => void;
  /** The pointer is over `x`, or over the picture no longer. */
  over: (x: number | null) => void;
  /** Something was clicked without being dragged. */
  pick: (x: number, target: Element) => void;
}

/** A move of less than this is a click. */
const STILL = 4;
/** Pixels of the wheel for one doubling. */
const DOUBLING = 320;

/**
 * Listens to the hands over a picture. Movements between two frames are added up, so that the
 * picture is drawn once for each frame at the most.
 */
export function hands(node: HTMLElement, act: Hands): () => void {
  const down = new Map<number, number>();
  let dragged = false;
  let began = 0;
  let frame = 0;
  let moved = 0;
  let factor = 1;
  let about = 0;
  let scale = 1;

  const xOf = (event: MouseEvent) => event.clientX - node.getBoundingClientRect().left;

  function later() {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      const [by, times] = [moved, factor];
      moved = 0;
      factor = 1;
      if (times !== 1) act.zoom(times, about);
      if (by !== 0) act.pan(by);
    });
  }

  function onwheel(event: WheelEvent) {
    const page = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      factor *= 2 ** ((event.deltaY * page) / DOUBLING);
      about = xOf(event);
      later();
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault();
      moved -= (event.deltaX || event.deltaY) * page;
      later();
    }
  }

  function onpointerdown(event: PointerEvent) {
    if (event.button !== 0) return;
    if (down.size === 0) {
      dragged = false;
      began = event.clientX;
    }
    down.set(event.pointerId, event.clientX);
  }

  function onpointermove(event: PointerEvent) {
    const before = down.get(event.pointerId);
    if (before === undefined) {
      act.over(xOf(event));
      return;
    }
    if (down.size === 1 && !dragged && Math.abs(event.clientX - began) < STILL) return;
    if (!dragged) {
      dragged = true;
      // From now on the pointer is ours, wherever it goes.
      for (const pointer of down.keys()) node.setPointerCapture?.(pointer);
      act.over(null);
    }
    const others = [...down].filter(([pointer]) => pointer !== event.pointerId);
    const other = others[0]?.[1];
    if (other === undefined) {
      moved += event.clientX - before;
    } else {
      const [was, is] = [Math.abs(before - other), Math.abs(event.clientX - other)];
      if (was > 1 && is > 1) factor *= was / is;
      about = (event.clientX + other) / 2 - node.getBoundingClientRect().left;
    }
    down.set(event.pointerId, event.clientX);
    later();
  }

  function onpointerup(event: PointerEvent) {
    down.delete(event.pointerId);
  }

  // Not the pointer: what reads the page aloud clicks without one.
  function onclick(event: MouseEvent) {
    const moving = dragged;
    dragged = false;
    if (!moving && event.target instanceof Element) act.pick(xOf(event), event.target);
  }

  // The Mac's web view tells of two fingers on its touchpad in its own way.
  function ongesturestart(event: Event) {
    event.preventDefault();
    scale = 1;
  }

  function ongesturechange(event: Event) {
    event.preventDefault();
    const now = (event as Event & { scale: number }).scale;
    if (!(now > 0)) return;
    factor *= scale / now;
    scale = now;
    about = xOf(event as MouseEvent);
    later();
  }

  const onpointerleave = () => act.over(null);
  const all = {
    wheel: onwheel,
    pointerdown: onpointerdown,
    pointermove: onpointermove,
    pointerup: onpointerup,
    pointercancel: onpointerup,
    click: onclick,
    pointerleave: onpointerleave,
    gesturestart: ongesturestart,
    gesturechange: ongesturechange,
  } as Record<string, (event: never) => void>;
  // Not passive: the page must not scroll or zoom with what the picture takes for itself.
  for (const [name, listen] of Object.entries(all))
    node.addEventListener(name, listen as EventListener, { passive: false });
  return () => {
    cancelAnimationFrame(frame);
    for (const [name, listen] of Object.entries(all))
      node.removeEventListener(name, listen as EventListener);
  };
}
