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

  it('keeps to the lines of the file when a quoted cell holds several', () => {
    const { rows } = table('a;b\r\n1;"x\r\ny\r\nz"\r\n\r\n2;12" x\r\n3;"u\nv"');
    expect(rows.map(({ row, line, cells }) => [row, line, cells[0]])).toEqual([
      [2, 2, '1'],
      [4, 6, '2'],
      [5, 7, '3'],
    ]);
  });

  it('reads a row that has a quote inside a bare cell and a quoted cell of two lines', () => {
    const { rows, bad } = table('a;b;c\n1;12" x;"u; v\nw"\n2;y;z\n');
    expect(rows.map(({ line, cells }) => [line, cells])).toEqual([
      [2, ['1', '12" x', 'u; v\nw']],
      [4, ['2', 'y', 'z']],
    ]);
    expect(bad).toEqual([]);
  });

  it('does not let a quote inside a bare cell hide one that is never closed', () => {
    const { rows, bad } = table('a;b;c\n1;12" x;"u\n2;y;z\n3;"y";z\n');
    expect(rows.map(({ cells }) => cells[0])).toEqual(['2', '3']);
    expect(bad.map(({ line, cells }) => [line, cells])).toEqual([[2, ['1', '12" x', '"u']]]);
  });

  it('takes blanks around a quoted cell, and empty cells between tabs', () => {
    expect(table('a;b\n"1" ; "x;y"\n').rows[0]?.cells).toEqual(['1', 'x;y']);
    expect(table('a\tb\tc\n1\t\t3\n').rows[0]?.cells).toEqual(['1', '', '3']);
  });

  it('gives the cells of a row that it cannot read, so that it can be named', () => {
    const { bad } = table('a;b\n1;"x\n');
    expect(bad.map(({ cells }) => cells)).toEqual([['1', '"x']]);
  });

  it('says that a line is too long, and reads the next', () => {
    const { rows, bad } = table(`a;b\n1;${'x'.repeat(300_000)}\n2;y\n`);
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([[3, '2']]);
    expect(bad.map(({ line, message }) => [line, message.en])).toEqual([
      [2, 'The line is too long to be a row of a table of services.'],
    ]);
  });

  it('counts in the singular', () => {
    expect(table('a\n1;2\n').bad[0]?.message.fr).toContain('pour 1 colonne (');
  });

  it('says a column that the header repeats', () => {
    expect(table('a;b;a\n1;2;3\n').said).toEqual(['import/duplicate-header']);
  });

  it.each(['', ' \n\n', '\ufeff'])('stops on the empty table %j', (text) => {
    expect(() => table(text)).toThrow(InputError);
  });
});
