import type { Diagnostic, Message } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import type { TerritoryTerm } from '../spec/booklet-spec.ts';
import { looksLikeCode, unitsByCode, unitsByName } from './find-units.ts';
import { communesOfPostcode, nearestUnits } from './nearest-units.ts';
import { type TerritoryUnit, type UnitKind, unitLabel } from './territory-unit.ts';

/** What the words of a list mean, and what is wrong with the others. */
export interface ResolvedTerms {
  readonly units: readonly TerritoryUnit[];
  readonly diagnostics: readonly Diagnostic[];
}

const mostCandidates = 12;

/** Finds the places that a list of a booklet names; `field` is its dotted path in `file`. */
export function resolveTerms(
  terms: readonly TerritoryTerm[],
  file: string,
  field: string,
): ResolvedTerms {
  const units: TerritoryUnit[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, term] of terms.entries()) {
    const [word, kind] = readTerm(term);
    const found = findUnits(word, kind);
    const where = { file, field: `${field}[${index + 1}]` };
    const [unit] = found;
    if (!unit) diagnostics.push({ ...unknownTerm(word, kind), where });
    else if (found.length > 1) diagnostics.push({ ...ambiguousTerm(word, found), where });
    else {
      units.push(unit);
      if (unit.today) diagnostics.push({ ...formerTerm(word, unit.today), where });
    }
  }
  return { units, diagnostics };
}

function readTerm(term: TerritoryTerm): readonly [string, UnitKind | undefined] {
  if (typeof term === 'string') return [term.trim(), undefined];
  const [kind, word] = Object.entries(term)[0] as [UnitKind, string];
  return [word.trim(), kind];
}

function findUnits(word: string, kind: UnitKind | undefined): readonly TerritoryUnit[] {
  const code = word.replace(/\s/g, '');
  return looksLikeCode(code) ? unitsByCode(code, kind) : unitsByName(word, kind);
}

function ambiguousTerm(word: string, found: readonly TerritoryUnit[]): Omit<Diagnostic, 'where'> {
  const labels = found.slice(0, mostCandidates).map(unitLabel).join(', ');
  const more = found.length - mostCandidates;
  const name = quote(word);
  const example = quote(unitLabel(found[0] as TerritoryUnit));
  return {
    severity: 'error',
    code: 'territory/ambiguous-name',
    message: {
      fr: `${name.fr} peut désigner plusieurs territoires\u00a0: ${labels}${more > 0 ? ` et ${more} autres` : ''}.`,
      en: `${name.en} may be several places: ${labels}${more > 0 ? ` and ${more} others` : ''}.`,
    },
    hint: {
      fr: `Écrivez le code, ou le nom suivi de ce qui est entre parenthèses, par exemple ${example.fr}.`,
      en: `Write the code, or the name followed by what stands in brackets, for instance ${example.en}.`,
    },
  };
}

function unknownTerm(word: string, kind: UnitKind | undefined): Omit<Diagnostic, 'where'> {
  const said = quote(word);
  return {
    severity: 'error',
    code: 'territory/unknown',
    message: {
      fr: `Aucun territoire ne répond à ${said.fr}.`,
      en: `No place answers to ${said.en}.`,
    },
    hint: unknownHint(word, kind),
  };
}

function unknownHint(word: string, kind: UnitKind | undefined): Message {
  const code = word.replace(/\s/g, '');
  if (looksLikeCode(code)) return codeHint(code, kind);
  const near = nearestUnits(word, kind);
  if (near.length > 0) return didYouMean(near);
  return {
    fr: 'Cherchez le nom ou le code avec «\u00a0proximites list territories\u00a0».',
    en: 'Look for the name or the code with “proximites list territories”.',
  };
}

function codeHint(code: string, kind: UnitKind | undefined): Message {
  const padded = unitsByCode(`0${code}`, kind);
  if (padded.length > 0) {
    return {
      fr: `Le zéro du début manque-t-il\u00a0? ${padded.map(unitLabel).join(', ')}.`,
      en: `Is the leading zero missing? ${padded.map(unitLabel).join(', ')}.`,
    };
  }
  const postal = /^\d{5}$/.test(code) ? communesOfPostcode(code).slice(0, mostCandidates) : [];
  if (postal.length > 0) {
    const labels = postal.map(unitLabel).join(', ');
    return {
      fr: `${code} est un code postal\u00a0; il faut le code INSEE ou le nom\u00a0: ${labels}.`,
      en: `${code} is a postcode; the INSEE code or the name is needed: ${labels}.`,
    };
  }
  return {
    fr: 'Un code a 5 caractères pour une commune (INSEE), 9 chiffres pour un EPCI (SIREN), 2 ou 3 pour un département\u00a0; une région s’écrit par son nom.',
    en: 'A code has 5 characters for a commune (INSEE), 9 digits for an EPCI (SIREN), 2 or 3 for a département; a région is written by its name.',
  };
}

function didYouMean(units: readonly TerritoryUnit[]): Message {
  const labels = units.map(unitLabel).join(', ');
  return { fr: `Vouliez-vous dire ${labels}\u00a0?`, en: `Did you mean ${labels}?` };
}

function formerTerm(
  word: string,
  today: { name: string; code: string },
): Omit<Diagnostic, 'where'> {
  const said = quote(word);
  return {
    severity: 'info',
    code: 'territory/former-commune',
    message: {
      fr: `${said.fr} fait aujourd’hui partie de ${today.name} (${today.code})\u00a0: toute la commune est concernée.`,
      en: `${said.en} is now part of ${today.name} (${today.code}): the whole commune is meant.`,
    },
  };
}
