import { compareFrench } from './collation.ts';
import type { Entry, SourceCredit } from './directory.ts';

/** Who gave the entries: one credit for each contributor, dataset and licence, with the latest date. */
export function credits(entries: readonly Entry[]): readonly SourceCredit[] {
  const byKey = new Map<string, SourceCredit>();
  for (const { service } of entries) {
    const { contributor, dataset, licence, url, date } = service.source;
    const key = `${contributor}\n${dataset ?? ''}\n${licence ?? ''}`;
    const known = byKey.get(key);
    const isLater = known?.date === undefined || (date !== undefined && date > known.date);
    byKey.set(key, {
      contributor,
      dataset,
      licence,
      url: known?.url ?? url,
      date: isLater ? date : known.date,
      entryCount: (known?.entryCount ?? 0) + 1,
    });
  }
  return [...byKey.values()].sort(
    (one, other) =>
      compareFrench(one.contributor, other.contributor) ||
      compareFrench(one.dataset ?? '', other.dataset ?? '') ||
      compareFrench(one.licence ?? '', other.licence ?? ''),
  );
}
