import type { ServiceType, Typology } from './typology.ts';
import { foldWord } from './word-key.ts';

/** Types that every word given finds in a name, a synonym, the category or the theme; best first. */
export function searchTypology(
  typology: Typology,
  words: string | readonly string[],
): ServiceType[] {
  const text = typeof words === 'string' ? words : words.join(' ');
  const sought = foldWord(text).split(' ').filter(Boolean);
  const ranked = typology.types.flatMap((type) => {
    const rank = rankOf(typology, type, sought);
    return rank === undefined ? [] : [{ type, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map((found) => found.type);
}

/** 0 when a label begins with the words, 1 in the labels, 2 with synonyms, 3 with headings. */
function rankOf(
  typology: Typology,
  type: ServiceType,
  sought: readonly string[],
): number | undefined {
  const { singular, plural } = type.label;
  if (foldWord(singular).startsWith(sought.join(' '))) return 0;
  const labels = ` ${foldWord([singular, plural, type.id, type.label2008 ?? ''].join(' '))}`;
  const loose = `${labels} ${foldWord(type.synonyms.join(' '))}`;
  const theme = typology.theme(type.theme)?.label ?? '';
  const category = typology.category(type.category)?.label ?? '';
  const all = `${loose} ${foldWord(`${category} ${theme} ${type.subcategory ?? ''}`)}`;
  const rank = [labels, loose, all].findIndex((text) =>
    sought.every((word) => text.includes(` ${word}`)),
  );
  return rank < 0 ? undefined : rank + 1;
}
