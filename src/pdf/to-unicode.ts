import { hex4 } from './syntax.ts';

/** A character of an embedded font and the text that it stands for. */
export interface CharacterMeaning {
  readonly cid: number;
  readonly codePoints: readonly number[];
}

/** A CMap may hold at most this many lines in one block. */
const linesPerBlock = 100;

/** The CMap by which readers turn the characters of a font back into text. */
export function toUnicodeCmap(characters: readonly CharacterMeaning[]): string {
  const lines = characters.map(({ cid, codePoints }) => `<${hex4(cid)}> <${utf16Hex(codePoints)}>`);
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += linesPerBlock) {
    const block = lines.slice(at, at + linesPerBlock);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

/** Nothing extractable (a mark drawn apart from its letter) becomes a zero width space: no character may lack a meaning. */
function utf16Hex(codePoints: readonly number[]): string {
  const meant = codePoints.filter((point) => point !== 0 && point !== 0xfeff && point !== 0xfffe);
  const told = meant.map((point) => (isPrivate(point) ? unknown : point));
  const text = String.fromCodePoint(...(told.length > 0 ? told : [0x200b]));
  let hex = '';
  for (let at = 0; at < text.length; at++) hex += hex4(text.charCodeAt(at));
  return hex;
}

/** What no one else can read: PDF/A-3a wants words for it, and there are none. */
const unknown = 0xfffd;

function isPrivate(point: number): boolean {
  return (point >= 0xe000 && point <= 0xf8ff) || point >= 0xf0000;
}
