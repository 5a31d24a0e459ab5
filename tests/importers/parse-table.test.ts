import { describe, expect, it } from 'vitest';
import { DiagnosticList, InputError } from '../../src/diagnostics/diagnostic.ts';
import { guessDelimiter, parseTable } from '../../src/importers/parse-table.ts';

function table(text: string) {
  const sink = new DiagnosticList();
  const read = parseTable(text, { file: 't.csv', sink });
  return { ...read, said: sink.all.map((one) => one.code) };
}

describe('parseTable', () => {
  it.each([
    ['a;b\n1;2\n', ';'],
    ['a,b\r\n1,2', ','],
    ['a\tb\n1\t2\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['\ufeff"a";"b"\r\n"1";"2"\r\n', ';'],
  ])('%j', (text, delimiter) => {
    expect(guessDelimiter(text)).toBe(delimiter);
    const { headers, rows, bad } = table(text);
    expect(headers).toEqual(['a', 'b']);
    expect(rows.map((row) => row.cells)).toEqual([['1', '2']]);
    expect(bad).toEqual([]);
  });

  it('does not count delimiters inside quotes', () => {
    expect(guessDelimiter('"a,b,c,d";e\n')).toBe(';');
  });

  it('keeps leading zeros, doubled quotes and line breaks inside quotes', () => {
    const { rows } = table('code;nom\n01033;"La ""Tour""\nd’en bas"\n2;x\n');
    expect(rows).toEqual([
      { row: 2, line: 2, cells: ['01033', 'La "Tour"\nd’en bas'] },
      { row: 3, line: 4, cells: ['2', 'x'] },
    ]);
  });

  it('skips blank rows but counts them as a spreadsheet does', () => {
    const { rows } = table('a;b\n\n;;\n1;2\n');
    expect(rows).toEqual([{ row: 4, line: 4, cells: ['1', '2'] }]);
  });

  it('lists a row with cells in excess, reads one whose last cells are missing', () => {
    const { rows, bad } = table('a;b;c\n1;2;3;4\n1\n1;2;3;;\n');
    expect(rows.map((row) => row.row)).toEqual([3, 4]);
    expect(bad.map((row) => [row.row, row.message.fr])).toEqual([
      [2, 'La ligne a 4 cellules pour 3 colonnes (en trop\u00a0: «\u00a04\u00a0»).'],
    ]);
  });

  it('loses only the row of an unclosed quote, and names its line', () => {
    const { rows, bad } = table('a;b\n1;2\n3;"x y\n5;"z"\n7;8\n');
    expect(rows.map((row) => row.cells[0])).toEqual(['1', '5', '7']);
    expect(bad.map((row) => [row.row, row.line, row.message.en])).toEqual([
      [3, 3, 'A quotation mark opened on this line is not closed.'],
    ]);
  });

  it('loses only the row of a quote that closes too early', () => {
    const { rows, bad } = table('a;b\n"x"y;2\n3;4\n5;12" pouces\n');
    expect(rows.map((row) => row.cells)).toEqual([
      ['3', '4'],
      ['5', '12" pouces'],
    ]);
    expect(bad.map((row) => row.line)).toEqual([2]);
  });

  it('saves the rows after a quote that is never closed', () => {
    const { rows, bad } = table(`a;b\n1;"x\n${'2;y\n'.repeat(100)}`);
    expect(rows).toHaveLength(100);
    expect(bad.map((row) => row.line)).toEqual([2]);
  });

  it('says a column that the header repeats', () => {
    expect(table('a;b;a\n1;2;3\n').said).toEqual(['import/duplicate-header']);
  });

  it.each(['', ' \n\n', '\ufeff'])('stops on the empty table %j', (text) => {
    expect(() => table(text)).toThrow(InputError);
  });
});
