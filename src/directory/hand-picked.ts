import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearestWord } from '../diagnostics/nearest.ts';
import { quote } from '../diagnostics/quote.ts';
import type { Service } from '../feed/service.ts';
import type { BookletSpec } from '../spec/booklet-spec.ts';
import type { LeftOut } from './directory.ts';

/** Checks the ids that a booklet adds and removes by hand. */
export function checkHandPicked(
  spec: BookletSpec,
  services: readonly Service[],
  refused: readonly LeftOut[],
): readonly Diagnostic[] {
  if (spec.add.length + spec.remove.length === 0) return [];
  const known = new Set([...services, ...refused].map(({ id }) => id));
  const removed = new Set(spec.remove);
  return [
    ...unknownIds(spec.add, 'add', spec.file, known),
    ...unknownIds(spec.remove, 'remove', spec.file, known),
    ...spec.add.filter((id) => removed.has(id)).map((id) => contradiction(id, spec.file)),
  ];
}

function unknownIds(
  ids: readonly string[],
  field: string,
  file: string,
  known: ReadonlySet<string>,
): readonly Diagnostic[] {
  return ids
    .filter((id) => !known.has(id))
    .map((id) => {
      const said = quote(id);
      const near = nearestWord(id, known);
      return {
        severity: 'error',
        code: 'directory/unknown-id',
        where: { file, field, id },
        message: {
          fr: `Aucun service du flux n’a l’identifiant ${said.fr}.`,
          en: `No service of the feed has the id ${said.en}.`,
        },
        hint: near
          ? {
              fr: `Vouliez-vous dire ${quote(near).fr}\u00a0?`,
              en: `Did you mean ${quote(near).en}?`,
            }
          : {
              fr: 'Reprenez l’identifiant («\u00a0id\u00a0») tel qu’il est dans le flux.',
              en: 'Copy the id as it stands in the feed.',
            },
      };
    });
}

function contradiction(id: string, file: string): Diagnostic {
  const said = quote(id);
  return {
    severity: 'error',
    code: 'directory/added-and-removed',
    where: { file, field: 'remove', id },
    message: {
      fr: `${said.fr} est à la fois ajouté et retiré.`,
      en: `${said.en} is both added and removed.`,
    },
    hint: { fr: 'Gardez l’un des deux.', en: 'Keep one of the two.' },
  };
}
