import { textString } from './syntax.ts';

interface Label {
  readonly style: 'D' | 'r' | 'R' | null;
  readonly number: number;
  readonly prefix: string;
}

const romanNumeral = /^(?=.)(m*)(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/;
const romanValues: Readonly<Record<string, number>> = {
  i: 1,
  v: 5,
  x: 10,
  l: 50,
  c: 100,
  d: 500,
  m: 1000,
};

/** The /PageLabels number tree that makes readers show the folios as printed. */
export function pageLabels(folios: readonly string[]): string {
  const ranges: string[] = [];
  let before: Label | null = null;
  for (const [index, folio] of folios.entries()) {
    const label = readFolio(folio);
    if (!before || !follows(before, label)) ranges.push(`${index}${labelDictionary(label)}`);
    before = label;
  }
  return `<</Nums[${ranges.join(' ')}]>>`;
}

function readFolio(folio: string): Label {
  if (/^[1-9]\d*$/.test(folio)) return { style: 'D', number: Number(folio), prefix: '' };
  if (romanNumeral.test(folio)) return { style: 'r', number: romanToNumber(folio), prefix: '' };
  const lower = folio.toLowerCase();
  if (folio === folio.toUpperCase() && romanNumeral.test(lower)) {
    return { style: 'R', number: romanToNumber(lower), prefix: '' };
  }
  return { style: null, number: 0, prefix: folio };
}

function follows(before: Label, label: Label): boolean {
  if (label.style === null) return before.style === null && before.prefix === label.prefix;
  return before.style === label.style && label.number === before.number + 1;
}

function labelDictionary({ style, number, prefix }: Label): string {
  if (style === null) return prefix === '' ? '<<>>' : `<</P${textString(prefix)}>>`;
  return number === 1 ? `<</S/${style}>>` : `<</S/${style}/St ${number}>>`;
}

function romanToNumber(numeral: string): number {
  const values = [...numeral].map((letter) => romanValues[letter] ?? 0);
  return values.reduce(
    (sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value),
    0,
  );
}
