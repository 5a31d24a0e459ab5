import type { FontFace } from './font.ts';

/** A piece of a word that one face sets. */
export interface WordPiece {
  readonly face: FontFace;
  readonly text: string;
}

/** A face that may set a character by one of the same look. */
interface CoveringFace extends FontFace {
  covers?(codePoint: number): boolean;
}

const combining = /[\u0300-\u036f]/;
// Controls, joiners, direction marks, variation selectors: nothing of them can be seen.
const unseen = /[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
const anyUnseen = new RegExp(unseen.source, 'u');
const pictureLike =
  /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{Co}\p{Cn}\p{Cs}]$/u;

/**
 * Composes accents and takes out what cannot be seen; joiners stay in the scripts that need them,
 * and the soft hyphen at which a word was cut.
 */
export function cleanWord(word: string): string {
  const composed = combining.test(word) ? word.normalize('NFC') : word;
  if (!anyUnseen.test(composed)) return composed;
  return composed.replace(unseen, (character, at: number) => {
    const isCut = character === '\u00ad' && at > 0 && at === composed.length - 1;
    const joins = /[\u200c\u200d]/.test(character) && joining.test(composed);
    return isCut || joins ? character : '';
  });
}

const joining = /[\u0590-\u1cff\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufefc]/;
const mark = /^\p{M}$/u;

/**
 * Cuts a word into pieces of one face each, the first face that has the character. No-break spaces
 * stand alone, so that justification finds them. A character that no face has is reported; a
 * picture is dropped, a letter leaves a question mark.
 */
export function itemise(
  stack: readonly FontFace[],
  word: string,
  missing: (codePoint: number) => void,
): readonly WordPiece[] {
  const first = stack[0];
  if (first === undefined || word === '') return [];
  if (!word.includes('\u00a0') && coversAll(first, word)) return [{ face: first, text: word }];
  const pieces: { face: FontFace; text: string }[] = [];
  for (const character of word) {
    const shown = faceOf(stack, character, pieces.at(-1)?.face) ?? substitute(stack, character);
    if (shown === null || shown.replaced) missing(character.codePointAt(0) as number);
    if (shown === null) continue;
    const last = pieces.at(-1);
    const joins = last?.face === shown.face && last.text !== '\u00a0' && shown.text !== '\u00a0';
    if (last !== undefined && joins) last.text += shown.text;
    else pieces.push({ face: shown.face, text: shown.text });
  }
  return pieces;
}

function coversAll(face: CoveringFace, word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const codePoint = word.codePointAt(i) as number;
    if (codePoint > 0xffff) i++;
    if (!covers(face, codePoint)) return false;
  }
  return true;
}

function covers(face: CoveringFace, codePoint: number): boolean {
  return face.covers === undefined ? face.has(codePoint) : face.covers(codePoint);
}

interface Shown extends WordPiece {
  readonly replaced: boolean;
}

/** A mark stays with the letter before it, whatever face that one is in. */
function faceOf(
  stack: readonly FontFace[],
  character: string,
  before: FontFace | undefined,
): Shown | null {
  const codePoint = character.codePointAt(0) as number;
  if (before !== undefined && mark.test(character) && covers(before, codePoint)) {
    return { face: before, text: character, replaced: false };
  }
  const face = stack.find((candidate) => covers(candidate, codePoint));
  return face === undefined ? null : { face, text: character, replaced: false };
}

function substitute(stack: readonly FontFace[], character: string): Shown | null {
  if (pictureLike.test(character) || mark.test(character)) return null;
  for (const text of ['\ufffd', '?']) {
    const face = stack.find((candidate) => candidate.has(text.codePointAt(0) as number));
    if (face !== undefined) return { face, text, replaced: true };
  }
  return null;
}
