import { describe, expect, it, vi } from 'vitest';
import type { Boundary } from '../../../ipc/types/Boundary';
import type { Rule } from '../../../ipc/types/Rule';
import { DraftRules } from './draft.svelte';

const kept = () => 'confidential' as const;
const fees = (rule: Rule): Boundary => ({ topic: 'fees', role: 'sponsor', rule });
const themes = (rule: Rule): Boundary => ({ topic: 'themes', role: 'sponsor', rule });

describe('the rules of a draft', () => {
  it('show at once and are sent together, each once', async () => {
    const send = vi.fn().mockResolvedValue(null);
    const draft = new DraftRules(send);
    draft.open('a');
    draft.set([fees('shared')], draft.over(kept));
    draft.set([fees('with-consent'), themes('shared')], draft.over(kept));
    expect(draft.over(kept)('fees', 'sponsor')).toBe('with-consent');
    expect(send).not.toHaveBeenCalled();
    await draft.saving.flush();
    expect(send).toHaveBeenCalledOnce();
    expect(send).toHaveBeenCalledWith('a', [fees('with-consent'), themes('shared')]);
    expect(draft.saving.state).toBe('saved');
  });

  it('are taken back step by step', async () => {
    const send = vi.fn().mockResolvedValue(null);
    const draft = new DraftRules(send);
    draft.open('a');
    draft.set([fees('shared'), themes('shared')], draft.over(kept));
    draft.set([fees('coachee-shares')], draft.over(kept));
    draft.undo();
    expect(draft.over(kept)('fees', 'sponsor')).toBe('shared');
    draft.undo();
    draft.undo();
    expect(draft.over(kept)('fees', 'sponsor')).toBe('confidential');
    await draft.saving.flush();
    expect(send).toHaveBeenLastCalledWith('a', [fees('confidential'), themes('confidential')]);
  });

  it('are sent to the version on which they were set', async () => {
    const send = vi.fn().mockResolvedValue(null);
    const draft = new DraftRules(send);
    draft.open('a');
    draft.set([fees('shared')], draft.over(kept));
    draft.open('b');
    expect(draft.over(kept)('fees', 'sponsor')).toBe('confidential');
    draft.set([themes('shared')], draft.over(kept));
    await draft.saving.flush();
    expect(send.mock.calls).toEqual([
      ['a', [fees('shared')]],
      ['b', [themes('shared')]],
    ]);
  });

  it('that were refused are sent again, unless they were set anew', async () => {
    const send = vi.fn().mockRejectedValueOnce(new Error('no')).mockResolvedValue(null);
    const draft = new DraftRules(send);
    draft.open('a');
    draft.set([fees('shared'), themes('shared')], draft.over(kept));
    await draft.saving.flush();
    expect(draft.saving.state).toBe('failed');
    draft.set([fees('with-consent')], draft.over(kept));
    await draft.saving.flush();
    expect(send).toHaveBeenLastCalledWith('a', [fees('with-consent'), themes('shared')]);
    expect(draft.saving.state).toBe('saved');
  });
});
