import { afterEach, expect, it, vi } from 'vitest';
import { tellActivity } from './activity';

afterEach(() => {
  delete window.__THREE_CHAIRS_BRIDGE__;
  vi.useRealTimers();
});

it('tells at most every few seconds, and only while a vault is open', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const bridge = vi.fn(async () => ({ ok: null }));
  window.__THREE_CHAIRS_BRIDGE__ = bridge;
  let open = false;
  const stop = tellActivity(() => open);
  const touch = () => window.dispatchEvent(new Event('keydown'));
  touch();
  expect(bridge).not.toHaveBeenCalled();
  open = true;
  touch();
  touch();
  expect(bridge).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(5_000);
  touch();
  expect(bridge).toHaveBeenCalledTimes(2);
  stop();
  vi.advanceTimersByTime(5_000);
  touch();
  expect(bridge).toHaveBeenCalledTimes(2);
});
