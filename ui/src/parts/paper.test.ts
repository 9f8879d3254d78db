import { describe, expect, it } from 'vitest';
import type { DocumentKind } from '../ipc/types/DocumentKind';
import type { DocumentPage } from '../ipc/types/DocumentPage';
import { standing } from './paper';

const page = (kind: DocumentKind, party: string | null, change: Partial<DocumentPage> = {}) =>
  ({
    document: { kind, party },
    needs_approval: kind !== 'agreement' && kind !== 'case-sheet',
    approved: null,
    changed_since_approval: false,
    changed: [],
    unsure: [],
    ...change,
  }) as unknown as DocumentPage;

describe('what stands between a document and its handing over', () => {
  it('is nothing for the coach alone, who only writes it', () => {
    expect(standing(page('summary', null))).toMatchObject({ mine: true, reaches: false });
    expect(standing(page('agreement', null))).toMatchObject({ mine: false, ready: true });
  });

  it('is the approval, which falls away when the content changes', () => {
    expect(standing(page('brief', 'p')).ready).toBe(false);
    expect(standing(page('brief', 'p', { approved: '2026-05-02' })).ready).toBe(true);
    expect(standing(page('brief', 'p', { changed_since_approval: true })).text).toMatch(/changed/);
  });

  it('is any word that may be a name, approved or not', () => {
    const story = page('client-story', null, { approved: '2026-05-02', unsure: ['Kent'] });
    expect(standing(story)).toMatchObject({ reaches: true, ready: false });
    expect(standing({ ...story, unsure: [] }).ready).toBe(true);
    expect(standing(page('case-sheet', 's', { unsure: ['Kent'] })).ready).toBe(false);
  });

  it('is a supervisor who is missing', () => {
    expect(standing(page('case-sheet', null))).toMatchObject({ reaches: false, ready: false });
    expect(standing(page('case-sheet', 's')).ready).toBe(true);
  });
});
