import { describe, expect, it } from 'vitest';
import { pageLabels } from '../../src/pdf/page-labels.ts';

describe('pageLabels', () => {
  it('groups covers, roman and decimal folios', () => {
    expect(pageLabels(['', '', 'i', 'ii', 'iii', 'iv', '1', '2', '', '4'])).toBe(
      '<</Nums[0<<>> 2<</S/r>> 6<</S/D>> 8<<>> 9<</S/D/St 4>>]>>',
    );
  });

  it('reads roman numerals, in capitals too', () => {
    expect(pageLabels(['XIV', 'XV', 'xlix', 'l'])).toBe(
      '<</Nums[0<</S/R/St 14>> 2<</S/r/St 49>>]>>',
    );
  });

  it('keeps any other folio as it is printed', () => {
    expect(pageLabels(['A-1', 'iiii', '007'])).toBe(
      '<</Nums[0<</P(A-1)>> 1<</P(iiii)>> 2<</P(007)>>]>>',
    );
  });
});
