import { afterEach, describe, expect, it } from 'vitest';
import { t } from '.';
import { labels } from './labels.svelte';

afterEach(() => {
  labels.coachee = 'coachee';
});

describe('a message', () => {
  it('has its placeholders filled in, once', () => {
    expect(t('drift.telling', { name: '{state}', state: 'told' })).toBe('{state}: told');
  });

  it('has a form for one', () => {
    expect(t('view.held', { n: 1 })).toBe('1 session held');
    expect(t('view.held', { n: 0 })).toBe('0 sessions held');
  });

  it('has a form for none where it needs one', () => {
    const since = (n: number) => t('today.since', { name: 'Ada', drift: 'new', n });
    expect(since(0)).toBe('Ada, new, today');
    expect(since(1)).toBe('Ada, new, 1 day ago');
    expect(since(2)).toBe('Ada, new, 2 days ago');
  });

  it('says coachee or client, as the practice does', () => {
    expect(t('chair.two')).toBe('coach and coachee');
    labels.coachee = 'client';
    expect(t('chair.two')).toBe('coach and client');
    expect(t('role.coachee')).toBe('Client');
  });
});
