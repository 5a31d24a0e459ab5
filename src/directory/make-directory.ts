import type { Diagnostic, DiagnosticSink } from '../diagnostics/diagnostic.ts';
import { InputError, inputError } from '../diagnostics/diagnostic.ts';
import type { Service } from '../feed/service.ts';
import type { BookletSpec } from '../spec/booklet-spec.ts';
import type { Territory } from '../territory/territory.ts';
import type { Typology } from '../typology/typology.ts';
import { classify } from './classify.ts';
import { communeIndex } from './commune-index.ts';
import { credits } from './credits.ts';
import type { Directory, LeftOut } from './directory.ts';
import { checkHandPicked } from './hand-picked.ts';
import { countReasons } from './left-out.ts';
import { nameIndex } from './name-index.ts';
import { numberEntries } from './number-entries.ts';
import { selectServices } from './select-services.ts';
import { rankChosen, sortChosen } from './sort-chosen.ts';
import { typeIndex } from './type-index.ts';
import { readTypeSelection } from './type-selection.ts';

/** What a directory is made from. */
export interface DirectoryInput {
  readonly services: readonly Service[];
  /** Features that the feed refused: listed with what is left out. */
  readonly refused?: readonly LeftOut[];
  readonly spec: BookletSpec;
  readonly typology: Typology;
  readonly territory: Territory;
  readonly sink: DiagnosticSink;
  /** BCP 47 tag of the headings that are not in the typology; the booklet's own by default. */
  readonly language?: string;
}

/** Selects, sorts, groups, numbers and indexes the services of a booklet. */
export function makeDirectory(input: DirectoryInput): Directory {
  const { services, refused = [], spec, typology, territory, sink } = input;
  const language = input.language ?? spec.language;
  const { selection, errors } = readTypeSelection(spec, typology, sink);
  stopOn([...errors, ...checkHandPicked(spec, services, refused)], sink);
  const selected = selectServices({ services, spec, typology, territory, selection });
  const leftOut = [...refused, ...selected.leftOut];
  if (selected.chosen.length === 0) throw nothingSelected(spec.file, leftOut);
  reportIdle(spec, leftOut, sink);
  const rank = rankChosen(selected.chosen);
  const sorted = sortChosen(selected.chosen, spec.sort, rank);
  const numbered = numberEntries(
    classify(sorted, { group: spec.group, language, typology, territory }),
  );
  return {
    sections: numbered.sections,
    entries: numbered.entries,
    nameIndex: nameIndex(numbered, rank),
    communeIndex: communeIndex(numbered, territory, rank),
    typeIndex: typeIndex(numbered, typology, language),
    leftOut,
    credits: credits(numbered.entries),
  };
}

function stopOn(errors: readonly Diagnostic[], sink: DiagnosticSink): void {
  if (errors.length === 0) return;
  for (const error of errors) sink.report(error);
  throw new InputError(errors);
}

function nothingSelected(file: string, leftOut: readonly LeftOut[]): InputError {
  const counts = countReasons(leftOut);
  const none = leftOut.length === 0;
  return inputError({
    code: 'directory/empty',
    where: { file },
    message: {
      fr: none
        ? 'Il n’y a rien à imprimer\u00a0: le flux est vide.'
        : `Il n’y a rien à imprimer\u00a0: ${leftOut.length} services laissés de côté (${counts.fr}).`,
      en: none
        ? 'There is nothing to print: the feed is empty.'
        : `There is nothing to print: ${leftOut.length} services left out (${counts.en}).`,
    },
    hint: {
      fr: 'Vérifiez le territoire, les thèmes et types demandés, et que le flux est le bon.',
      en: 'Check the territory, the themes and types asked for, and that the feed is the right one.',
    },
  });
}

/** An id added by hand that is still not printed deserves a word more than the report's list. */
function reportIdle(spec: BookletSpec, leftOut: readonly LeftOut[], sink: DiagnosticSink): void {
  const added = new Set(spec.add);
  for (const { id, name, reason, message } of leftOut) {
    if (!added.has(id) || reason === 'duplicate-id') continue;
    sink.report({
      severity: 'warning',
      code: 'directory/added-but-left-out',
      where: { file: spec.file, field: 'add', id },
      message: {
        fr: `${name} est ajouté à la main mais n’est pas imprimé. ${message.fr}`,
        en: `${name} is added by hand but is not printed. ${message.en}`,
      },
    });
  }
}
