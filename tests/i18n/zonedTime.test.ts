import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromZonedTime, toZonedTime } from '../../src/i18n/zonedTime.ts';

const zones = ['Pacific/Kiritimati', 'America/St_Johns', 'UTC', 'America/Sao_Paulo', 'Australia/Lord_Howe'];

describe('toZonedTime', () => {
  it.each([
    ['2026-12-31T23:30:00Z', 'Pacific/Kiritimati', '2027-01-01T13:30'],
    ['2026-12-31T23:30:00Z', 'America/St_Johns', '2026-12-31T20:00'],
    ['2026-12-31T23:30:00Z', 'UTC', '2026-12-31T23:30'],
    ['2026-12-31T23:30:07Z', 'UTC', '2026-12-31T23:30:07'],
    ['2026-12-31T23:30:00.5Z', 'UTC', '2026-12-31T23:30:00.500'],
    ['0099-03-01T00:00:00Z', 'UTC', '0099-03-01T00:00'],
    ['2026-07-01T00:00:00Z', 'UTC', '2026-07-01T00:00'],
    ['soon', 'UTC', ''],
  ])('shows %s in %s as %s', (value, zone, text) => expect(toZonedTime(value, zone)).toBe(text));
});

describe('fromZonedTime', () => {
  it.each([
    ['2027-01-01T13:30', 'Pacific/Kiritimati', '2026-12-31T23:30:00Z'],
    ['2026-12-31T20:00', 'America/St_Johns', '2026-12-31T23:30:00Z'],
    ['2026-12-31T23:30:07', 'UTC', '2026-12-31T23:30:07Z'],
    ['2026-12-31T23:30:07.25', 'UTC', '2026-12-31T23:30:07.25Z'],
  ])('reads %s in %s as %s', (text, zone, value) => expect(fromZonedTime(text, zone)).toBe(value));

  it('moves a time that the clocks skip to after the change', () => {
    expect(fromZonedTime('2026-03-08T02:30', 'America/New_York')).toBe('2026-03-08T07:30:00Z');
    expect(toZonedTime('2026-03-08T07:30:00Z', 'America/New_York')).toBe('2026-03-08T03:30');
    expect(fromZonedTime('2026-03-08T02:30', 'America/St_Johns')).toBe('2026-03-08T06:00:00Z');
  });

  it('takes the first of a time that comes twice', () => {
    expect(fromZonedTime('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30:00Z');
    expect(fromZonedTime('2026-04-05T01:45', 'Australia/Lord_Howe')).toBe('2026-04-04T14:45:00Z');
  });

  it('lives through the day that Samoa left out', () => {
    expect(fromZonedTime('2011-12-30T12:00', 'Pacific/Apia')).toBe('2011-12-30T22:00:00Z');
    expect(toZonedTime('2011-12-30T22:00:00Z', 'Pacific/Apia')).toBe('2011-12-31T12:00');
  });

  it.each([
    '',
    'soon',
    '2026-03-01',
    '2026-02-30T10:00',
    '2026-03-01T10',
    '2026-03-01T10:00Z',
    '2026-03-01T24:00',
  ])('refuses %j', (text) => expect(fromZonedTime(text, 'UTC')).toBeNull());

  it.each(zones)('comes back in %s to the time on the clock', (zone) => {
    const instants = fc.date({
      min: new Date('1950-01-01T00:00:00Z'),
      max: new Date('2100-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (instant) => {
        const text = toZonedTime(instant.toISOString(), zone);
        const value = fromZonedTime(text, zone);
        expect(value && toZonedTime(value, zone)).toBe(text);
      }),
    );
  });
});
