import type { Message } from '../diagnostics/diagnostic.ts';
import { quote, quoteAny } from '../diagnostics/quote.ts';
import type { TypeResolution, Typology } from '../typology/typology.ts';
import type { Report } from './fault.ts';

/** Resolves the words of `types`, each word once per feed. */
export class TypeReader {
  readonly #typology: Typology;
  readonly #resolved = new Map<string, TypeResolution>();
  readonly #replacementsSaid = new Set<string>();

  constructor(typology: Typology) {
    this.#typology = typology;
  }

  /** Canonical type ids, each once, in the order written. */
  read(words: readonly string[], report: Report): readonly string[] {
    const ids: string[] = [];
    for (const word of words) {
      const id = this.#one(word.trim(), report);
      if (id !== undefined && !ids.includes(id)) ids.push(id);
    }
    return ids;
  }

  #one(word: string, report: Report): string | undefined {
    if (word === '') return undefined;
    const resolution = this.#resolve(word);
    if (resolution.kind === 'found') {
      this.#sayReplaced(word, resolution, report);
      return resolution.type.id;
    }
    report({
      code: resolution.kind === 'unknown' ? 'unknown-type' : 'ambiguous-type',
      field: 'types',
      ...unresolvedMessage(word, resolution),
    });
    return undefined;
  }

  #resolve(word: string): TypeResolution {
    let resolution = this.#resolved.get(word);
    if (resolution === undefined) {
      resolution = this.#typology.resolveType(word);
      this.#resolved.set(word, resolution);
    }
    return resolution;
  }

  #sayReplaced(word: string, found: TypeResolution & { kind: 'found' }, report: Report): void {
    const old = found.replaced;
    if (old === undefined || this.#replacementsSaid.has(old.id)) return;
    this.#replacementsSaid.add(old.id);
    const [before, after] = [quote(word), quote(found.type.label.singular)];
    const note = old.successor?.note ?? '';
    report({
      code: 'type-replaced',
      field: 'types',
      severity: 'info',
      message: {
        fr: `Le type ${before.fr} est devenu ${after.fr}. ${note}`.trim(),
        en: `The type ${before.en} has become ${after.en}. ${note}`.trim(),
      },
      hint: {
        fr: `Écrivez ${quote(found.type.id).fr} dans le flux.`,
        en: `Write ${quote(found.type.id).en} in the feed.`,
      },
    });
  }
}

function unresolvedMessage(
  word: string,
  resolution: Exclude<TypeResolution, { kind: 'found' }>,
): { readonly message: Message; readonly hint?: Message } {
  const shown = quote(word.slice(0, 200));
  const candidates = resolution.kind === 'ambiguous' ? resolution.types : resolution.nearest;
  const words = quoteAny(candidates.slice(0, 4).map((type) => type.id));
  const hint =
    candidates.length === 0
      ? {}
      : { hint: { fr: `Vouliez-vous dire ${words.fr}\u00a0?`, en: `Did you mean ${words.en}?` } };
  if (resolution.kind === 'ambiguous') {
    return {
      message: {
        fr: `Le type ${shown.fr} peut désigner plusieurs types\u00a0; il est ignoré.`,
        en: `The type ${shown.en} may mean several types; it is ignored.`,
      },
      ...hint,
    };
  }
  return {
    message: {
      fr: `Le type ${shown.fr} n’existe pas dans la typologie\u00a0; il est ignoré.`,
      en: `The type ${shown.en} is not in the typology; it is ignored.`,
    },
    ...hint,
  };
}
