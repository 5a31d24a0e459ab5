import { describe, expect, it } from 'vitest';
import type { Directory, Entry } from '../../src/directory/directory.ts';
import type { LinkArea } from '../../src/layout/page.ts';
import { writePdf } from '../../src/pdf/write-pdf.ts';
import { verifyEdition } from '../../src/verify/verify-edition.ts';
import { metadata, page, paged, tag, text } from '../pdf/sample.ts';

function entry(number: number): Entry {
  return {
    number,
    anchor: `e-000${number}`,
    service: {
      id: `service-${number}`,
      name: `Service ${number}`,
      types: [],
      address: { lines: [] },
      serves: [],
      phones: [],
      emails: [],
      websites: [],
      closures: [],
      images: [],
      source: { contributor: 'Essai' },
      status: 'open',
    },
    typeLabels: [],
  };
}

function directory(...numbers: readonly number[]): Directory {
  const entries = numbers.map(entry);
  return { sections: [], entries, nameIndex: [], communeIndex: [], leftOut: [], credits: [] };
}

function feed(...numbers: readonly number[]): string {
  const features = numbers.map((number) => ({ type: 'Feature', id: `service-${number}` }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

/** A PDF with these entries, each linked to. */
function pdf(numbers: readonly number[], linked: readonly string[] = []): Promise<Uint8Array> {
  const paragraph = tag('P', null);
  const names = numbers.map((number) => `SER VICE-${number}`).join(' ');
  const links = linked.map((anchor): LinkArea => {
    const rect = { x: 40, y: 40, width: 9, height: 9 };
    return {
      rect,
      target: { kind: 'anchor', anchor },
      contents: anchor,
      tag: tag('Link', paragraph),
    };
  });
  const document = paged(
    [page(0, [text(names, { x: 40, y: 50 }, { tag: paragraph })], { links })],
    {
      destinations: new Map(numbers.map((number) => [`e-000${number}`, { page: 0, y: 40 }])),
    },
  );
  return writePdf({ document, metadata, conformance: 'accessible' });
}

async function problems(edition: Parameters<typeof verifyEdition>[0]): Promise<readonly string[]> {
  return (await verifyEdition(edition)).map(({ code, where }) =>
    `${code} ${where.id ?? ''}`.trim(),
  );
}

describe('verifyEdition', () => {
  it('has nothing to say of an edition that lost nothing', async () => {
    const edition = {
      pdf: await pdf([1, 2], ['e-0001', 'e-0002']),
      feed: feed(2, 1),
      directory: directory(1, 2),
    };
    expect(await problems(edition)).toEqual([]);
  });

  it('finds an entry that the PDF lost, and one that it invented', async () => {
    const edition = { pdf: await pdf([1, 3]), feed: feed(1, 2), directory: directory(1, 2) };
    expect(await problems(edition)).toEqual([
      'verify/entry-not-printed service-2',
      'verify/unknown-entry e-0003',
    ]);
  });

  it('finds what the feed lost, invented or doubled', async () => {
    const edition = { pdf: await pdf([1, 2]), feed: feed(1, 1, 4), directory: directory(1, 2) };
    expect(await problems(edition)).toEqual([
      'verify/entry-not-in-feed service-2',
      'verify/feature-not-printed service-4',
      'verify/feature-twice service-1',
    ]);
  });

  it('finds a link that leads nowhere, once for each target', async () => {
    const made = await pdf([1], ['e-0001', 'carte', 'carte', 'É']);
    const found = await verifyEdition({ pdf: made, feed: feed(1), directory: directory(1) });
    expect(found.map(({ code, where }) => [code, where.id])).toEqual([
      ['verify/dead-link', 'carte'],
      ['verify/dead-link', 'É'],
    ]);
    expect(found[0]?.message.fr).toBe(
      'Un lien de la page 1 du PDF mène à «\u00a0carte\u00a0», qui n’existe pas.',
    );
  });

  it('says when a file cannot be read at all', async () => {
    const cut = (await pdf([1])).subarray(0, 400);
    expect(await problems({ pdf: cut, feed: '{', directory: directory(1) })).toEqual([
      'verify/unreadable-pdf',
      'verify/unreadable-feed',
    ]);
  });

  it('reads 1,500 destinations and links spread over many branches', async () => {
    const numbers = Array.from({ length: 1500 }, (_, index) => index + 1);
    const anchors = numbers.map((number) => `e-${String(number).padStart(4, '0')}`);
    const paragraph = tag('P', null);
    const document = paged([page(0, [text('Service', { x: 40, y: 50 }, { tag: paragraph })])], {
      destinations: new Map([...anchors].reverse().map((anchor) => [anchor, { page: 0, y: 1 }])),
    });
    const made = await writePdf({ document, metadata, conformance: 'accessible' });
    const entries = anchors.map((anchor, index) => ({ ...entry(index + 1), anchor }));
    const edition = { pdf: made, feed: feed(...numbers), directory: { ...directory(), entries } };
    const named = await problems(edition);
    expect(named).toHaveLength(1500);
    expect(named[0]).toBe('verify/name-not-read service-1');
    expect(await problems({ ...edition, readNames: false })).toEqual([]);
  });

  it('reads names across lines, pages, fonts and cases, but not in running heads', async () => {
    const paragraph = tag('P', null);
    const make = (head: string, first: string, second: string) => {
      const pages = [
        page(0, [
          text(first, { x: 40, y: 550 }, { tag: paragraph }),
          text(head, { x: 40, y: 20 }, { artifact: 'pagination' }),
        ]),
        page(1, [text(second, { x: 40, y: 50 }, { tag: paragraph })]),
      ];
      const destinations = new Map([['e-0001', { page: 0, y: 540 }]]);
      return writePdf({
        document: paged(pages, { destinations }),
        metadata,
        conformance: 'accessible',
      });
    };
    const named = { ...entry(1), service: { ...entry(1).service, name: 'École d’Été (Œuvres)' } };
    const edition = { feed: feed(1), directory: { ...directory(), entries: [named] } };
    expect(await problems({ ...edition, pdf: await make('', 'ECOLE D’ÉTÉ', 'Œu-vres') })).toEqual(
      [],
    );
    expect(
      await problems({ ...edition, pdf: await make('École d’Été (Œuvres)', 'École', 'tout') }),
    ).toEqual(['verify/name-not-read service-1']);
  });
});
