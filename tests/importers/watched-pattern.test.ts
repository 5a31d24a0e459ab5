import { describe, expect, it } from 'vitest';
import { watchedPattern } from '../../src/importers/watched-pattern.ts';

const read = (source: string) =>
  watchedPattern(source, (text) => new Error(`slow on ${text}`), 100);

describe('watchedPattern', () => {
  it.each([
    ['b(.)d', 'abcd', 'c'],
    ['^(?:ab?)+(c)$', 'ababac', 'c'],
    ['(\\p{L}+)$', '12 été', 'été'],
    ['x(y)', 'abcd', undefined],
  ])('%s finds in %j', (source, text, group) => {
    expect(read(source)(text)?.[1]).toBe(group);
  });

  it.each([
    ['repeated group', '^((a+)+)$', 40],
    ['repeated choice', '^(?:a|a)*$', 40],
    ['counted group', '^(?:a+){1,30}$', 60],
    ['many options', `^${'a?'.repeat(40)}${'a'.repeat(20)}$`, 45],
    ['many repetitions', `^${'a*'.repeat(12)}$`, 200],
    ['repetitions of classes and properties', `^${'[a-z]*\\p{L}*'.repeat(6)}$`, 200],
  ])('stops on a %s', (_, source, length) => {
    expect(() => read(source)(`${'a'.repeat(length)}!`)).toThrow('slow on aaa');
  });

  it('refuses what is no pattern', () => {
    expect(() => read('(')).toThrow(SyntaxError);
  });
});
