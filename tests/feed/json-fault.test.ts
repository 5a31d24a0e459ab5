import { describe, expect, it } from 'vitest';
import { findJsonFault } from '../../src/feed/json-fault.ts';

describe('findJsonFault', () => {
  it.each([
    ['{"a": 1,}', 1, 9, '}'],
    ['{"a": 1\n "b": 2}', 2, 2, '"'],
    ['[1, 2', 1, 6, undefined],
    ['{a: 1}', 1, 2, 'a'],
    ["{'a': 1}", 1, 2, "'"],
    ['{"a": é}', 1, 7, 'é'],
    ['{"a": "x\ny"}', 1, 7, '"'],
    ['[1] 2', 1, 5, '2'],
    ['{"a" 1}', 1, 6, '1'],
    ['[1,\n\n]', 3, 1, ']'],
    ['', 1, 1, undefined],
  ])('%j', (text, line, column, found) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(findJsonFault(text)).toEqual({ line, column, found });
  });

  it('is not exhausted by a million brackets', () => {
    expect(findJsonFault('['.repeat(1_000_000)).column).toBe(1_000_001);
  });
});
