import type { ServiceType } from './typology.ts';

const parenthesis = /\s*\(([^)]*)\)/;
const localNetwork = /, réseau local$/;

/** The words that name a type and nothing else: id, today's labels, the label of 2008. */
export function ownNames(type: ServiceType): string[] {
  const { singular, plural } = type.label;
  return [type.id, singular, plural, ...(type.label2008 ? [type.label2008] : [])].filter(
    (name) => !sharedLabels.has(name),
  );
}

/** Looser words for a type: acronyms, labels cut short, synonyms; two types may share one. */
export function looseNames(type: ServiceType): string[] {
  const labels = [type.label.singular, type.label.plural, type.label2008 ?? ''];
  return [...labels.flatMap(shortened), ...type.synonyms];
}

/** "Ecole", of 2008, meant a school of higher education; nobody means that by it alone. */
const sharedLabels: ReadonlySet<string> = new Set(['Ecole']);

function shortened(label: string): string[] {
  const inside = parenthesis.exec(label)?.[1];
  const bare = label.replace(parenthesis, '').replace(localNetwork, '');
  const acronym = inside && !inside.includes(' ') ? [inside] : [];
  return sharedLabels.has(label) ? [label] : [bare, label.replace(localNetwork, ''), ...acronym];
}
