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
    const last = (n: number) => t('today.why.last', { n });
    expect(last(0)).toBe('the last was today');
    expect(last(1)).toBe('the last was 1 day ago');
    expect(last(2)).toBe('the last was 2 days ago');
  });

  it('says coachee or client, as the practice does', () => {
    expect(t('chair.two')).toBe('coach and coachee');
    labels.coachee = 'client';
    expect(t('chair.two')).toBe('coach and client');
    expect(t('role.coachee')).toBe('Client');
  });
});
