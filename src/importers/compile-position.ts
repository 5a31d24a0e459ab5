import { quote } from '../diagnostics/quote.ts';
import type { Report } from '../feed/fault.ts';
import type { CellReader, RuleCompiler } from './compile-value.ts';
import type { MappingRules } from './mapping-schema.ts';

/** GeoJSON geometry of a row (null when not known) and how it is known. */
export interface RowPosition {
  readonly geometry: object | null;
  readonly origin: string;
}

type PositionOf = (cells: readonly string[], report: Report) => RowPosition;

/** Reads the position of a row from two columns, or from one that holds both. */
export function compilePosition(
  rule: MappingRules['position'],
  compiler: RuleCompiler,
): PositionOf {
  if (rule === undefined) return () => ({ geometry: null, origin: '' });
  const one = (name: 'longitude' | 'latitude' | 'pair' | 'origin'): CellReader => {
    const value = rule[name];
    return value === undefined ? () => '' : compiler.value(value, ['position', name]);
  };
  const [longitude, latitude, pair, origin] = [
    one('longitude'),
    one('latitude'),
    one('pair'),
    one('origin'),
  ];
  const swapped = rule.order !== 'longitude-latitude';
  return (cells, report) => {
    let written = [longitude(cells), latitude(cells)];
    if (written.every((text) => text === '')) {
      const both = splitPair(pair(cells));
      written = swapped ? [both[1] ?? '', both[0] ?? ''] : [both[0] ?? '', both[1] ?? ''];
    }
    if (written.every((text) => text === '')) return { geometry: null, origin: '' };
    const coordinates = written.map(degrees);
    if (coordinates.some((value) => value === undefined)) {
      sayUnreadable(written.join(', '), report);
      return { geometry: null, origin: '' };
    }
    return { geometry: { type: 'Point', coordinates }, origin: origin(cells) };
  };
}

function splitPair(text: string): readonly string[] {
  const byComma = text.split(/\s*[,;]\s*/);
  return byComma.length === 2 ? byComma : text.split(/\s*;\s*|,\s+|\s+/);
}

function degrees(text: string): number | undefined {
  const plain = text.trim().replace(',', '.').replace(/°$/, '');
  return /^[+-]?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

function sayUnreadable(text: string, report: Report): void {
  const shown = quote(text);
  report({
    code: 'bad-coordinates',
    field: 'position',
    message: {
      fr: `La position ${shown.fr} n’est pas un couple de nombres\u00a0; elle est ignorée.`,
      en: `The position ${shown.en} is not a pair of numbers; it is ignored.`,
    },
  });
}
