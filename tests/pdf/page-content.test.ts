import { describe, expect, it } from 'vitest';
import { PageContent } from '../../src/pdf/page-content.ts';

describe('strokes', () => {
  it('give dots round ends, and take them back', () => {
    const content = new PageContent();
    content.setStroke('#000000', 2, [0, 4]);
    content.setStroke('#000000', 2, [6, 4]);
    expect(content.finish().split('\n').slice(1)).toEqual([
      '2 w',
      '[0 4] 0 d',
      '1 J',
      '[6 4] 0 d',
      '0 J',
      '',
    ]);
  });

  it('set nothing twice', () => {
    const content = new PageContent();
    content.setStroke('#000000', 2);
    const once = content.finish();
    content.setStroke('#000000', 2);
    expect(content.finish()).toBe(once);
  });
});
