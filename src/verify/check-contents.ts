import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { unless } from './check-document.ts';
import { PdfKeyword, PdfLexer } from './pdf-lexer.ts';
import type { PdfReader } from './pdf-reader.ts';
import { broken } from './pdf-rules.ts';
import { numberTreeEntries, type PageObject, pagesOf } from './pdf-trees.ts';
import {
  isArray,
  isDict,
  PdfName,
  PdfRef,
  PdfStream,
  PdfText,
  type PdfValue,
} from './pdf-values.ts';
import type { Structure } from './read-structure.ts';

/** Character codes shown, by the object number of their font. */
export type ShownCodes = ReadonlyMap<number, ReadonlySet<number>>;

const paintsText = new Set(['Tj', 'TJ', "'", '"']);
const paintsShape = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'Do', 'sh', 'EI']);
/** PDF/A lets q be nested so deep. */
const deepest = 28;
/** Colours that an RGB output intent does not explain, or spaces that we never name. */
const setsForeignColour = new Set(['K', 'k', 'CS', 'cs', 'ri']);
const known = new Set(
  (
    'q Q cm w J j M d ri i gs m l c v y h re W W* n BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* ' +
    'CS cs SC SCN sc scn G g RG rg K k BMC BDC EMC MP DP BI ID BX EX'
  ).split(' '),
);

/** Checks the content of every page: all of it marked, each mark known to the structure, and the reverse. */
export function checkContents(
  reader: PdfReader,
  structure: Structure,
): { readonly diagnostics: readonly Diagnostic[]; readonly shown: ShownCodes } {
  const owners = contentOwners(structure);
  const parentTree = new Map(numberTreeEntries(reader, structure.root?.get('ParentTree')));
  const shown = new Map<number, Set<number>>();
  const diagnostics = pagesOf(reader).flatMap((page, index) => {
    const scan = new ContentScan(reader, page, shown, `page ${index + 1}`);
    const owned = owners.get(page.id) ?? new Map<number, number>();
    return [...scan.run(), ...compare(reader, { page, scan, owned, parentTree })];
  });
  return { diagnostics, shown };
}

/** Element of each MCID, by page object. */
function contentOwners({ elements }: Structure): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const owners = new Map<number, Map<number, number>>();
  for (const { id, contents } of elements) {
    for (const { page, mcid } of contents) {
      const onPage = owners.get(page) ?? new Map<number, number>();
      onPage.set(mcid, id);
      owners.set(page, onPage);
    }
  }
  return owners;
}

interface PageMarks {
  readonly page: PageObject;
  readonly scan: ContentScan;
  /** Element of each MCID, as the structure tree says. */
  readonly owned: ReadonlyMap<number, number>;
  readonly parentTree: ReadonlyMap<number, PdfValue>;
}

function compare(
  reader: PdfReader,
  { page, scan, owned, parentTree }: PageMarks,
): readonly Diagnostic[] {
  const key = reader.number(page.dict.get('StructParents'));
  const listed = reader.array(parentTree.get(key ?? -1));
  const lost = [...scan.mcids].filter((mcid) => !owned.has(mcid));
  const absent = [...owned.keys()].filter((mcid) => !scan.mcids.has(mcid));
  const wrong = [...owned].filter(([mcid, element]) => {
    const entry = listed[mcid];
    return !(entry instanceof PdfRef && entry.id === element);
  });
  return [
    ...lost.map((mcid) => broken('content-not-in-tree', `MCID ${mcid}, ${scan.label}`)),
    ...absent.map((mcid) => broken('content-missing', `MCID ${mcid}, ${scan.label}`)),
    ...wrong.map(([mcid]) => broken('parent-tree', `MCID ${mcid}, ${scan.label}`)),
    ...unless(
      !page.dict.has('Annots') || reader.name(page.dict.get('Tabs')) === 'S',
      'tab-order',
      scan.label,
    ),
  ];
}

class ContentScan {
  readonly label: string;
  readonly mcids = new Set<number>();
  private readonly reader: PdfReader;
  private readonly page: PageObject;
  private readonly shown: Map<number, Set<number>>;
  private readonly found: Diagnostic[] = [];
  /** Marked contents open: MCID, 'artifact', or null for any other. */
  private readonly open: (number | 'artifact' | null)[] = [];
  private saves = 0;
  private inText = false;
  private font = 0;

  constructor(reader: PdfReader, page: PageObject, shown: Map<number, Set<number>>, label: string) {
    this.reader = reader;
    this.page = page;
    this.shown = shown;
    this.label = label;
  }

  run(): readonly Diagnostic[] {
    const lexer = new PdfLexer(this.bytes());
    let operands: PdfValue[] = [];
    while (!lexer.ended) {
      const token = lexer.next();
      if (!(token instanceof PdfKeyword)) {
        operands.push(token);
        continue;
      }
      this.operator(token.word, operands);
      operands = [];
    }
    if (this.open.length > 0) this.say('nested-marks', 'EMC');
    if (this.saves !== 0 || this.inText) this.say('unbalanced-state', 'end');
    return this.found;
  }

  private bytes(): Buffer {
    const contents = this.reader.resolve(this.page.dict.get('Contents'));
    const streams = (isArray(contents) ? contents : [contents]).map((one) =>
      this.reader.resolve(one),
    );
    const parts = streams.map((one) =>
      one instanceof PdfStream ? this.reader.decode(one) : Buffer.alloc(0),
    );
    return Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')]));
  }

  private operator(word: string, operands: readonly PdfValue[]): void {
    if (word === 'BDC' || word === 'BMC') this.mark(operands);
    else if (word === 'EMC') this.unmark();
    else if (word === 'q') this.saves += 1;
    else if (word === 'Q') this.saves -= 1;
    else if (word === 'BT' || word === 'ET') this.textObject(word === 'BT');
    else if (word === 'Tf') this.selectFont(operands[0]);
    else if (paintsText.has(word)) this.show(operands);
    else if (paintsShape.has(word)) this.painted(word);
    else if (!known.has(word)) this.say('broken-content', word);
    if (this.saves < 0 || this.saves > deepest) this.say('unbalanced-state', word);
    if (setsForeignColour.has(word)) this.say('foreign-colour', word);
  }

  private mark([tag, properties]: readonly PdfValue[]): void {
    const mcid =
      properties !== undefined && isDict(properties) ? properties.get('MCID') : undefined;
    const isArtifact = tag instanceof PdfName && tag.name === 'Artifact';
    const kind = isArtifact ? 'artifact' : typeof mcid === 'number' ? mcid : null;
    if (kind !== null && this.open.some((one) => one !== null)) this.say('nested-marks', 'BDC');
    if (typeof kind === 'number') {
      if (this.mcids.has(kind)) this.say('nested-marks', `MCID ${kind}`);
      this.mcids.add(kind);
    }
    this.open.push(kind);
  }

  private unmark(): void {
    if (this.open.length === 0) this.say('nested-marks', 'EMC');
    this.open.pop();
  }

  private textObject(begins: boolean): void {
    if (this.inText === begins) this.say('unbalanced-state', begins ? 'BT' : 'ET');
    this.inText = begins;
  }

  private selectFont(name: PdfValue | undefined): void {
    const resources = this.reader.dict(this.page.dict.get('Resources'));
    const fonts = this.reader.dict(resources?.get('Font'));
    const font = name instanceof PdfName ? fonts?.get(name.name) : undefined;
    this.font = font instanceof PdfRef ? font.id : 0;
  }

  private show(operands: readonly PdfValue[]): void {
    this.painted('text');
    const codes = this.shown.get(this.font) ?? new Set<number>();
    this.shown.set(this.font, codes);
    const [first] = operands;
    for (const part of first !== undefined && isArray(first) ? first : operands) {
      if (!(part instanceof PdfText)) continue;
      for (let at = 0; at + 1 < part.bytes.length; at += 2) codes.add(part.bytes.readUInt16BE(at));
    }
  }

  private painted(what: string): void {
    if (!this.open.some((one) => one !== null)) this.say('unmarked-content', what);
  }

  private say(rule: Parameters<typeof broken>[0], what: string): void {
    this.found.push(broken(rule, `${what}, ${this.label}`));
  }
}
