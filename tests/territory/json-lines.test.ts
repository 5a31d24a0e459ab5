import { describe, expect, it } from 'vitest';
import { jsonLines } from '../../src/territory/json-lines.ts';

const records = [
  { code: '01001', nom: 'Œuilly', part: '"x"' },
  { code: '01002', nom: 'Été' },
  { code: '01001', nom: 'Œuilly-Bas' },
];
const lined = `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`;
const layouts = [
  ['one record a line', lined],
  ['one line', JSON.stringify(records)],
  ['indented', JSON.stringify(records, undefined, 2)],
  ['name first', JSON.stringify(records.map(({ code, nom, ...rest }) => ({ nom, code, ...rest })))],
] as const;

describe.each(layouts)('jsonLines, %s', (_, text) => {
  const lines = jsonLines(Buffer.from(text));

  it('finds every record of a code', () => {
    const found = lines.offsetsOf('01001').map((offset) => lines.record(offset));
    expect(found).toEqual([records[0], records[2]]);
    expect(lines.offsetsOf('99999')).toEqual([]);
  });

  it('names every record, accents decoded', () => {
    const names = lines.names().map(({ code, name }) => [code, name]);
    expect(names).toEqual(records.map(({ code, nom }) => [code, nom]));
  });

  it('finds a text and the record around it', () => {
    const [at] = lines.find('"nom":"Œuilly-Bas"'.normalize()).concat(lines.find('-Bas'));
    expect(lines.record(at as number)).toEqual(records[2]);
  });
});
