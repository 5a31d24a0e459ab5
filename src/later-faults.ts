import { type Diagnostic, DiagnosticList, InputError } from './diagnostics/diagnostic.ts';
import { readTypeSelection } from './directory/type-selection.ts';
import { lintTemplate } from './markup/lint-template.ts';
import { loadTemplate } from './markup/load-template.ts';
import { readBooklet } from './spec/read-booklet.ts';
import type { StageName } from './stopwatch.ts';
import { createStyler } from './style/create-styler.ts';
import { resolveTerritory } from './territory/resolve-territory.ts';
import { loadTypology } from './typology/load-typology.ts';

/**
 * What the stages that a build did not come to would say of the booklet: its territory, its words
 * of types, its template. `folders` gives those of a template.
 */
export async function laterFaults(
  booklet: string,
  reached: readonly StageName[],
  folders: (template: string) => readonly string[],
): Promise<readonly Diagnostic[]> {
  const sink = new DiagnosticList();
  // A booklet that cannot be read has said so already, and nothing more can be known.
  if (!reached.includes('typology')) return [];
  const spec = readBooklet(booklet, new DiagnosticList());
  const isLeft = (stage: StageName) => !reached.includes(stage);
  if (isLeft('territory')) {
    await gather(sink, () => resolveTerritory(spec.territory, { file: spec.file }, sink));
  }
  if (isLeft('directory')) {
    const { errors } = readTypeSelection(spec, loadTypology(), sink);
    for (const error of errors) sink.report(error);
  }
  if (isLeft('markup')) {
    await gather(sink, () => {
      const template = loadTemplate(folders(spec.template), sink);
      lintTemplate(template, sink);
      createStyler(template.sheets, { sink, size: spec.page.size, margins: spec.page.margins });
    });
  }
  return sink.all;
}

/** One fault does not hide those of the next stage. */
async function gather(sink: DiagnosticList, stage: () => unknown): Promise<void> {
  try {
    await stage();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const diagnostic of error.diagnostics) {
      if (!sink.all.includes(diagnostic)) sink.report(diagnostic);
    }
  }
}
