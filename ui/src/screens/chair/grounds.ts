import type { Ground } from '../../ipc/types/Ground';
import type { Line } from '../../ipc/types/Line';
import type { View } from '../../ipc/types/View';
import type { Why } from '../../ipc/types/Why';

const keyOf = (line: { topic: string; text: string }) => `${line.topic}\n${line.text}`;

/**
 * The ground of each line of a view. A view never carries its grounds; they come beside it, in the
 * order of its lines, and are put together here by topic and words.
 */
export function grounds(view: View, why: Why[]): (line: Line) => Ground | undefined {
  const waiting = new Map<string, Ground[]>();
  for (const each of why) {
    const key = keyOf(each);
    waiting.set(key, [...(waiting.get(key) ?? []), each.why]);
  }
  const known = new Map<object, Ground>();
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk);
    else if (typeof node === 'object' && node !== null) {
      if ('topic' in node && 'text' in node) {
        const line = node as Line;
        const list = waiting.get(keyOf(line)) ?? [];
        const ground = list.length > 1 ? list.shift() : list[0];
        if (ground) known.set(node, ground);
      } else Object.values(node).forEach(walk);
    }
  };
  walk(view);
  return (line) => known.get(line);
}
