import type { Diagnostic, Message, Where } from '../diagnostics/diagnostic.ts';
import type { EntryField } from '../spec/booklet-spec.ts';
import { fieldWords } from '../spec/booklet-words.ts';
import type { FitOutcome } from './fit-booklet.ts';
import type { FitStep } from './fit-steps.ts';

/** What copy-fitting did, for the user. */
export function fitReport(outcome: FitOutcome, where: Where): readonly Diagnostic[] {
  const { pages, natural, steps, fillers, blanks } = outcome;
  const found: Diagnostic[] = [];
  if (steps.length > 0) {
    const list = listSteps(steps);
    found.push({
      severity: 'info',
      code: 'fit/steps',
      where,
      message: {
        fr: `${natural} pages au naturel, ${pages} après ajustement\u00a0: ${list.fr}.`,
        en: `${natural} pages as designed, ${pages} after fitting: ${list.en}.`,
      },
    });
  }
  if (fillers + blanks > 0) found.push(paddingNote(outcome, where));
  return found;
}

function paddingNote({ pages, fillers, blanks }: FitOutcome, where: Where): Diagnostic {
  const added = fillers + blanks;
  return {
    severity: 'info',
    code: blanks > 0 ? 'fit/blank-pages' : 'fit/filler-pages',
    where,
    message: {
      fr: `${added} page${added > 1 ? 's' : ''} de remplissage${blanks > 0 ? `, dont ${blanks} blanche${blanks > 1 ? 's' : ''},` : ''} pour arriver à ${pages}.`,
      en: `${added} page${added > 1 ? 's' : ''} of filling${blanks > 0 ? `, ${blanks} of them blank,` : ''} to make ${pages}.`,
    },
    hint:
      blanks > 0
        ? {
            fr: 'Donnez au modèle une page de remplissage («\u00a0filler: pages\u00a0»), ou demandez moins de pages.',
            en: 'Give the template a filler page (“filler: pages”), or ask for fewer pages.',
          }
        : added < 4
          ? undefined
          : {
              fr: 'Ajoutez du contenu, ou demandez moins de pages, s’il y en a trop.',
              en: 'Add content, or ask for fewer pages, if these are too many.',
            },
  };
}

/** What a refusal is made of, counts in pages. */
export interface Refusal {
  readonly reached: number;
  readonly natural: number;
  readonly asked: number;
  readonly steps: readonly FitStep[];
  /** pt */
  readonly floor: number;
  readonly where: Where;
}

/** The last rung of the ladder takes too many pages. */
export function fitRefused(refusal: Refusal): Diagnostic {
  const { reached, natural, asked, steps, floor, where } = refusal;
  const list = listSteps(steps);
  const size = decimal(floor);
  const lower =
    floor > 7
      ? {
          fr: ', ou abaissez «\u00a0corps-minimal\u00a0» (7 au moins)',
          en: ', or lower “floor” (7 at least)',
        }
      : { fr: '', en: '' };
  return {
    severity: 'error',
    code: 'fit/too-long',
    where,
    message: {
      fr: `${asked} pages ne suffisent pas\u00a0: il en faut ${reached} au plus serré (${list.fr || 'rien ne peut être serré'}), sans descendre sous ${size.fr}\u00a0pt\u00a0; ${natural} au naturel.`,
      en: `${asked} pages are not enough: ${reached} are needed at the tightest (${list.en || 'nothing can be tightened'}) without going below ${size.en} pt; ${natural} as designed.`,
    },
    hint: {
      fr: `Demandez ${reached} pages, choisissez moins de thèmes ou de rubriques, retirez un index, ou prenez une page plus grande${lower.fr}.`,
      en: `Ask for ${reached} pages, choose fewer themes or fields, leave out an index, or take a larger page${lower.en}.`,
    },
  };
}

/** Turning every knob moved nothing. */
export function deafTemplate(file: string): Diagnostic {
  return {
    severity: 'warning',
    code: 'fit/deaf-template',
    where: { file, field: 'template' },
    message: {
      fr: 'Le modèle n’écoute pas l’ajustement\u00a0: serrer les blancs, l’interligne et le corps n’a pas changé le nombre de pages.',
      en: 'The template does not follow fitting: tighter spacing, leading and type size did not change the page count.',
    },
    hint: {
      fr: 'Écrivez ses mesures avec les variables --density, --leading, --text-scale et --columns\u00a0: margin-bottom: calc(3mm * var(--density)).',
      en: 'Write its lengths with the variables --density, --leading, --text-scale and --columns: margin-bottom: calc(3mm * var(--density)).',
    },
  };
}

/** The steps in words, joined by commas. */
export function listSteps(steps: readonly FitStep[]): Message {
  const words = steps.map(stepWords);
  return {
    fr: words.map(({ fr }) => fr).join(', '),
    en: words.map(({ en }) => en).join(', '),
  };
}

function stepWords(step: FitStep): Message {
  switch (step.step) {
    case 'spacing':
      return { fr: `blancs à ${percent(step.to)}\u00a0%`, en: `spacing at ${percent(step.to)}%` };
    case 'leading':
      return {
        fr: `interligne à ${percent(step.to)}\u00a0%`,
        en: `leading at ${percent(step.to)}%`,
      };
    case 'text-size': {
      const [from, to] = [decimal(step.from), decimal(step.to)];
      return {
        fr: `corps de ${from.fr} à ${to.fr}\u00a0pt`,
        en: `type from ${from.en} to ${to.en} pt`,
      };
    }
    case 'columns':
      return { fr: `${step.to}\u00a0colonnes`, en: `${step.to} columns` };
    case 'field':
      return fieldStep(step.field, step.entries);
  }
}

function fieldStep(field: EntryField, entries: number): Message {
  const name = fieldWords[field][0];
  return {
    fr: `rubrique «\u00a0${name}\u00a0» non imprimée (${entries} fiche${entries > 1 ? 's' : ''})`,
    en: `field “${field}” not printed (${entries} ${entries > 1 ? 'entries' : 'entry'})`,
  };
}

function percent(share: number): string {
  return String(Math.round(share * 100));
}

function decimal(value: number): Message {
  const text = String(Math.round(value * 10) / 10);
  return { fr: text.replace('.', ','), en: text };
}
