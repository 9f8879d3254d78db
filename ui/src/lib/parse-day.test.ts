import { describe, expect, it } from 'vitest';
import { ISO, dayOf } from './days';
import { parseDay } from './parse-day';

// 2026-05-12 is a Tuesday.
const now = '2026-05-12';

describe('parseDay', () => {
  it.each([
    ['2026-05-12', '2026-05-12'],
    [' today ', '2026-05-12'],
    ['tomorrow', '2026-05-13'],
    ['Yesterday', '2026-05-11'],
    ['tue', '2026-05-12'],
    ['next tue', '2026-05-19'],
    ['last tue', '2026-05-05'],
    ['fri', '2026-05-15'],
    ['last friday', '2026-05-08'],
    ['mon', '2026-05-18'],
    ['in 2 weeks', '2026-05-26'],
    ['in two weeks', '2026-05-26'],
    ['in a fortnight', '2026-05-26'],
    ['in a month', '2026-06-12'],
    ['3 days ago', '2026-05-09'],
    ['+10d', '2026-05-22'],
    ['next month', '2026-06-12'],
    ['12 may', '2026-05-12'],
    ['12th of May', '2026-05-12'],
    ['may 20', '2026-05-20'],
    ['May 20, 2027', '2027-05-20'],
    ['3 jan 27', '2027-01-03'],
    ['20 dec', '2025-12-20'],
    ['12.5.', '2026-05-12'],
    ['1.9.2026', '2026-09-01'],
    ['29 feb 2028', '2028-02-29'],
  ])('reads %j as %s', (typed, day) => {
    expect(parseDay(typed, now, { locale: 'en-GB' })).toBe(day);
  });

  it.each([
    '',
    'x',
    '2026-02-30',
    '29 feb 2027',
    '31.6.',
    '12 foo',
    'ma',
    '13/13',
    'in weeks',
    '2 weeks',
    'in 9999 years',
    '2500 years ago',
    '1899-12-31',
    '1 jan 2200',
  ])('refuses %j', (typed) => {
    expect(parseDay(typed, now, { locale: 'en-GB' })).toBeNull();
  });

  it('leans to the past or the future where no year is given', () => {
    expect(parseDay('20 dec', now, { lean: 'future' })).toBe('2026-12-20');
    expect(parseDay('20 may', now, { lean: 'past' })).toBe('2025-05-20');
    expect(parseDay('mon', now, { lean: 'past' })).toBe('2026-05-11');
  });

  it('follows the system for figures with a slash, and its language for months', () => {
    expect(parseDay('3/4', now, { locale: 'en-US' })).toBe('2026-03-04');
    expect(parseDay('3/4', now, { locale: 'en-GB' })).toBe('2026-04-03');
    expect(parseDay('3 mai', now, { locale: 'de-DE' })).toBe('2026-05-03');
    expect(parseDay('3 de mayo', now, { locale: 'es-ES' })).toBe('2026-05-03');
    expect(parseDay('3 enero', now, { locale: 'es-ES', lean: 'past' })).toBe('2026-01-03');
  });

  it('keeps to the last day of a shorter month', () => {
    expect(parseDay('in 1 month', '2026-01-31')).toBe('2026-02-28');
  });
});

describe('parseDay with whatever is typed', () => {
  const parts = [
    ...'0 1 7 12 29 30 31 99 366 1899 2026 9999 in + - . / , : next last this ago of de'.split(' '),
    ...'mon tues wednesday d days w weeks fortnights months y years a two ten'.split(' '),
    ...'jan feb. march mai enero décembre dec st nd th ١٢ ２０ é \u0301 \u0000 \u202e 𝟙'.split(' '),
  ];

  /** Numbers below `most` that look random and are always the same (xorshift). */
  function numbers(seed: number) {
    let x = seed;
    return (most: number) => {
      x ^= x << 13;
      x ^= x >>> 17;
      x ^= x << 5;
      return (x >>> 0) % most;
    };
  }

  it('answers with a day of 1900 to 2199, which it reads as itself, or with none', () => {
    const number = numbers(20260512);
    const leans = ['past', 'future', 'nearest'] as const;
    const locales = ['en-GB', 'en-US', 'de-DE', 'es-ES'];
    let read = 0;
    for (let n = 0; n < 5000; n++) {
      const pieces = Array.from({ length: 1 + number(3) }, () => {
        const part = parts[number(parts.length)] ?? '';
        return number(10) === 0 ? String.fromCharCode(number(0x10000)) : part;
      });
      const typed = pieces.join(number(2) === 0 ? ' ' : '');
      const how = { lean: leans[number(3)], locale: locales[number(4)] };
      const day = parseDay(typed, now, how);
      if (day === null) continue;
      read++;
      const [, year, month, date] = ISO.exec(day) ?? [];
      expect(dayOf(Number(year), Number(month), Number(date)), typed).toBe(day);
      expect(Number(year), typed).toBeGreaterThanOrEqual(1900);
      expect(Number(year), typed).toBeLessThanOrEqual(2199);
      expect(parseDay(day, now, how), typed).toBe(day);
    }
    expect(read).toBeGreaterThan(100);
  });
});
