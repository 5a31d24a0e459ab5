import type { UserLanguage } from '../diagnostics/diagnostic.ts';
import { pagePropertyNames, pageTable } from './page-properties.ts';
import type { AppliesTo } from './property.ts';
import { type LonghandName, longhandNames, propertyTable } from './property-table.ts';
import { aliases, shorthands } from './shorthands.ts';

/** A row of the manual's property table. */
export interface PropertyDescription {
  /** One name, or several of the same kind joined by commas. */
  readonly name: string;
  readonly values: string;
  readonly initial: string;
  readonly appliesTo: string;
  readonly inherited: boolean;
  readonly note: string;
}

const appliesToWords: Readonly<Record<AppliesTo | 'page', readonly [fr: string, en: string]>> = {
  all: ['tout', 'everything'],
  text: ['texte', 'text'],
  inline: ['éléments en ligne', 'inline elements'],
  blocks: ['blocs', 'blocks'],
  images: ['images', 'images'],
  columns: ['blocs à colonnes et grilles', 'blocks with columns and grids'],
  grids: ['grilles', 'grids'],
  lists: ['éléments de liste', 'list items'],
  placed: ['blocs placés', 'placed blocks'],
  generated: ['::before, ::after, marges de page', '::before, ::after, page margins'],
  page: ['@page', '@page'],
};

const valueWords: Readonly<Record<string, string>> = {
  length: 'longueur',
  percent: 'pourcentage',
  number: 'nombre',
  colour: 'couleur',
  name: 'nom',
  string: 'texte',
};

/** Every property of the subset, for the manual: elements' first, then shorthands, then `@page`. */
export function describeProperties(language: UserLanguage): readonly PropertyDescription[] {
  return [
    ...describeLonghands(language),
    ...describeShorthands(language),
    ...describePage(language),
  ];
}

function describeLonghands(language: UserLanguage): PropertyDescription[] {
  const names = new Map<(typeof propertyTable)[LonghandName], string[]>();
  for (const name of longhandNames) {
    const row = propertyTable[name];
    const list = names.get(row) ?? [];
    list.push(name, ...Object.keys(aliases).filter((alias) => aliases[alias] === name));
    names.set(row, list);
  }
  return [...names].map(([row, list]) => ({
    name: list.join(', '),
    values: inWords(row.values, language),
    initial: row.initialText,
    appliesTo: placeWords(row.appliesTo, language),
    inherited: row.inherited,
    note: row.note[language],
  }));
}

function describeShorthands(language: UserLanguage): PropertyDescription[] {
  return Object.entries(shorthands).map(([name, row]) => ({
    name,
    values: inWords(row.values, language),
    initial: '',
    appliesTo: placeWords(row.appliesTo, language),
    inherited: row.longhands.every((longhand) => propertyTable[longhand].inherited),
    note: row.note[language],
  }));
}

function describePage(language: UserLanguage): PropertyDescription[] {
  return pagePropertyNames.flatMap((name) => {
    const row = pageTable[name];
    if (row === undefined) return [];
    const values = inWords(row.values, language);
    const appliesTo = placeWords('page', language);
    const { initial } = row;
    return [{ name, values, initial, appliesTo, inherited: false, note: row.note[language] }];
  });
}

function placeWords(appliesTo: AppliesTo | 'page', language: UserLanguage): string {
  return appliesToWords[appliesTo][language === 'fr' ? 0 : 1];
}

function inWords(values: string, language: UserLanguage): string {
  if (language === 'en') return values;
  return values.replace(/<(\w+)>/g, (whole, word: string) => {
    const french = Object.hasOwn(valueWords, word) ? valueWords[word] : undefined;
    return french === undefined ? whole : `<${french}>`;
  });
}
