import { expect, test } from 'vitest';
import type { Box } from '../../src/boxes/box.ts';
import { EntrySurvey } from '../../src/fit/measure-entries.ts';
import type { PageMaster } from '../../src/style/computed-style.ts';
import { block, paragraph, style, textInlines } from '../layout/stage.ts';

const master = (name: string): PageMaster => ({
  name,
  side: 'recto',
  first: false,
  size: { width: 400, height: 600 },
  margin: { top: 0, right: name === 'body' ? 20 : 0, bottom: 0, left: name === 'body' ? 30 : 0 },
  background: null,
  folioStyle: 'decimal',
  folioReset: false,
  marginBoxes: new Map(),
});

const text = (words: string, fontSize: number): Box =>
  paragraph(textInlines(words, style({ fontSize })), { fontSize });

const entry = (anchor: string): Box =>
  block(
    [text('Mairie', 11), text('1, rue du Test, tous les jours', 8.6)],
    {},
    { anchors: [anchor] },
  );

const chapter = block(
  [text('Un long titre de chapitre, bien plus long que les fiches qui le suivent', 23)].concat(
    block([entry('e-1'), entry('e-2')], { columnCount: 2, columnGap: 14 }),
  ),
  { page: 'body' },
);

function measured(boxes: readonly Box[], anchors: readonly string[]) {
  const survey = new EntrySurvey(new Set(anchors));
  expect([...survey.watch(boxes)]).toEqual(boxes);
  return survey.measure(master);
}

test('the size of entries is that of most of their characters, whatever stands around', () => {
  expect(measured([chapter], ['e-1', 'e-2'])).toEqual({
    textSize: 8.6,
    columns: 2,
    gap: 14,
    width: 350,
  });
});

test('a booklet without entries has no size', () => {
  expect(measured([chapter], [])).toMatchObject({ textSize: 0, columns: 1 });
});

test('a second pass starts the count again', () => {
  const survey = new EntrySurvey(new Set(['e-1']));
  const watched = survey.watch([chapter]);
  expect([...watched, ...watched]).toHaveLength(2);
  expect(survey.measure(master).textSize).toBe(8.6);
});
