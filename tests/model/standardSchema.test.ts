import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { checkBySchema, type StandardSchema } from '../../src/model/standardSchema.ts';

/** A schema as a host would write it without a library. */
function schemaOf<Output>(validate: StandardSchema<Output>['~standard']['validate']): StandardSchema<Output> {
  return { '~standard': { version: 1, vendor: 'host', validate } };
}

describe('a Standard Schema', () => {
  it('gives the value as it has made it', () => {
    const schema = v.pipe(
      v.string(),
      v.transform((text) => text.toUpperCase()),
    );
    expect(checkBySchema(schema, 'br')).toEqual({ ok: true, value: 'BR' });
  });

  it('refuses with its own sentences, and no more of them than fits', () => {
    const schema = v.pipe(
      v.string(),
      v.minLength(3, 'Too short.'),
      v.regex(/^[A-Z]/, 'Begin with a letter.'),
    );
    expect(checkBySchema(schema, '1')).toEqual({
      ok: false,
      reason: { code: 'custom', message: 'Too short. Begin with a letter.' },
    });
    const talkative = schemaOf(() => ({ issues: [{ message: 'a'.repeat(1000) }] }));
    expect(checkBySchema(talkative, '')).toMatchObject({ reason: { message: 'a'.repeat(300) } });
  });

  it('may be written by hand, and be a function as those of ArkType are', () => {
    const byHand = schemaOf((value) => (value === 'yes' ? { value } : { issues: [] }));
    expect(
      checkBySchema(
        Object.assign(() => {}, byHand),
        'yes',
      ),
    ).toEqual({ ok: true, value: 'yes' });
    expect(checkBySchema(byHand, 'no')).toEqual({ ok: false, reason: { code: 'custom', message: '' } });
  });

  it('has to answer at once', () => {
    const slow = schemaOf(async () => ({ value: 'x' }));
    const failing = schemaOf(() => Promise.reject(new Error('nobody hears of it')));
    expect(() => checkBySchema(slow, 'x')).toThrow(/must answer at once/);
    expect(() => checkBySchema(failing, 'x')).toThrow(/must answer at once/);
  });
});
