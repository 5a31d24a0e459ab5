import type { Diagnostic, Where } from '../diagnostics/diagnostic.ts';
import { nearestWord } from '../diagnostics/nearest.ts';
import { quote } from '../diagnostics/quote.ts';
import { functionNames, type TemplateCalls } from './template-file.ts';
import { unknownWord } from './template-functions.ts';
import { templateWords } from './words.ts';

/** What is wrong in a template file: an error for what cannot be rendered, else a warning. */
export function checkCalls(
  file: string,
  calls: TemplateCalls,
  partialNames: readonly string[],
): readonly Diagnostic[] {
  return [
    ...calls.partials
      .filter(({ name }) => !partialNames.includes(name))
      .map(({ name, place }) => unknownPartial(name, { file, ...place }, partialNames)),
    ...calls.functions
      .filter(({ name }) => !functionNames.includes(name))
      .map(({ name, place }) => unknownFunction(name, { file, ...place })),
    ...calls.words
      .filter(({ key }) => !Object.hasOwn(templateWords, key))
      .map(({ key, place }) => unknownTemplateWord(key, { file, ...place })),
    ...calls.raw.map((place) => rawOutput({ file, ...place })),
  ];
}

function unknownPartial(name: string, where: Where, known: readonly string[]): Diagnostic {
  const written = quote(name);
  const nearest = nearestWord(name, known);
  return {
    severity: 'error',
    code: 'markup/unknown-partial',
    where,
    message: {
      fr: `Le gabarit appelle {{> ${name}}}, mais aucun fichier ${written.fr} n’existe.`,
      en: `The template calls {{> ${name}}}, but there is no file ${written.en}.`,
    },
    hint: {
      fr: nearest ? `Écrivez {{> ${nearest}}}` : `Ajoutez partials/${name}.hbs`,
      en: nearest ? `Write {{> ${nearest}}}` : `Add partials/${name}.hbs`,
    },
  };
}

function unknownFunction(name: string, where: Where): Diagnostic {
  const written = quote(name);
  const nearest = nearestWord(name, functionNames);
  return {
    severity: 'error',
    code: 'markup/unknown-function',
    where,
    message: {
      fr: `Le gabarit appelle la fonction ${written.fr}, qui n’existe pas.`,
      en: `The template calls the function ${written.en}, which does not exist.`,
    },
    hint: {
      fr: nearest ? `Écrivez ${nearest}` : `Fonctions\u00a0: ${functionNames.join(', ')}`,
      en: nearest ? `Write ${nearest}` : `Functions: ${functionNames.join(', ')}`,
    },
  };
}

function unknownTemplateWord(key: string, where: Where): Diagnostic {
  return {
    severity: 'error',
    code: 'markup/unknown-word',
    where,
    message: unknownWord(key),
    hint: {
      fr: `Mots\u00a0: ${Object.keys(templateWords).join(', ')}. Tout autre texte s’écrit tel quel.`,
      en: `Words: ${Object.keys(templateWords).join(', ')}. Any other text is written as it is.`,
    },
  };
}

function rawOutput(where: Where): Diagnostic {
  return {
    severity: 'warning',
    code: 'markup/raw-output',
    where,
    message: {
      fr: 'Les triples accolades {{{ }}} écrivent un texte sans l’échapper\u00a0: un «\u00a0<\u00a0» ou un «\u00a0&\u00a0» des fiches casserait la page.',
      en: 'Triple braces {{{ }}} write text without escaping it: a “<” or “&” of an entry would break the page.',
    },
    hint: { fr: 'Écrivez {{ }}.', en: 'Write {{ }}.' },
  };
}
