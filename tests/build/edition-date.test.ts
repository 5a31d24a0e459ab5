import { describe, expect, it } from 'vitest';
import { DiagnosticList } from '../../src/diagnostics/diagnostic.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { editionIdentity } from '../../src/edition-identity.ts';
import type { BookletSpec } from '../../src/spec/booklet-spec.ts';

function dateOf(printed: readonly (string | undefined)[], feeds: readonly (string | undefined)[]) {
  const credits = printed.map((date) => ({ contributor: 'A', entryCount: 1, date }));
  const directory = { entries: [], credits } as unknown as Directory;
  const spec = { slug: 'livret', title: 'Livret', edition: {} } as unknown as BookletSpec;
  const files = feeds.map((date) => ({ services: [], file: 'f', date }));
  return editionIdentity(spec, directory, files, new DiagnosticList()).date;
}

describe('the date of an edition that names none', () => {
  it('is the latest of what is printed, not of rows of the feed that are left out', () => {
    expect(dateOf(['2023-06-08', undefined, '2021-06-08'], ['2026-12-13'])).toBe('2023-06-08');
  });

  it('is that of the feeds when what is printed has none', () => {
    expect(dateOf([undefined], ['2024-01-02T10:00:00Z', '2023-05-05'])).toBe('2024-01-02');
  });
});

it('says that its date is that of the printing when the data has none', () => {
  const empty = { entries: [], credits: [] } as unknown as Directory;
  const spec = { slug: 'livret', title: 'Livret', edition: {} } as BookletSpec;
  const sink = new DiagnosticList();
  expect(editionIdentity(spec, empty, [], sink).dateOf).toBe('printing');
  expect(sink.all.map(({ code }) => code)).toEqual(['edition/no-date']);
  const dated = { ...spec, edition: { date: '2026-03-01' } };
  const identity = editionIdentity(dated, empty, [], new DiagnosticList());
  expect(identity).toMatchObject({ date: '2026-03-01' });
  expect(identity.dateOf).toBeUndefined();
});
