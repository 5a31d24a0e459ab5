import type { Inline } from './box.ts';

type TextInline = Extract<Inline, { kind: 'text' }>;

/**
 * Collapses blanks over a whole paragraph, as white-space: normal asks: one space between words,
 * none at the start, at the end or beside a forced break. `pre-line` keeps its line ends as breaks.
 */
export function collapseInlines(inlines: readonly Inline[]): readonly Inline[] {
  const out: Inline[] = [];
  let blankBefore = true;
  for (const inline of inlines) {
    if (inline.kind === 'text') {
      blankBefore = pushText(out, inline, blankBefore);
    } else {
      if (inline.kind === 'break') trimEnd(out);
      if (inline.kind !== 'anchor') blankBefore = inline.kind === 'break';
      out.push(inline);
    }
  }
  trimEnd(out);
  return out;
}

function pushText(out: Inline[], inline: TextInline, blankBefore: boolean): boolean {
  const lines = inline.style.whiteSpace === 'pre-line' ? inline.text.split('\n') : [inline.text];
  let blank = blankBefore;
  lines.forEach((line, index) => {
    if (index > 0) {
      trimEnd(out);
      out.push({ kind: 'break' });
      blank = true;
    }
    let text = line.replace(/[ \t\r\n\f]+/g, ' ');
    if (blank && text.startsWith(' ')) text = text.slice(1);
    if (text === '') return;
    out.push(text === inline.text ? inline : { ...inline, text });
    blank = text.endsWith(' ');
  });
  return blank;
}

/** Takes the blank off the last text. */
function trimEnd(out: Inline[]): void {
  for (let index = out.length - 1; index >= 0; index -= 1) {
    const last = out[index] as Inline;
    if (last.kind === 'anchor') continue;
    if (last.kind !== 'text' || !last.text.endsWith(' ')) return;
    const text = last.text.slice(0, -1);
    if (text !== '') {
      out[index] = { ...last, text };
      return;
    }
    out.splice(index, 1);
  }
}

/** True when nothing of the paragraph shows. */
export function isBlank(inlines: readonly Inline[]): boolean {
  return inlines.every(
    (inline) => inline.kind === 'anchor' || (inline.kind === 'text' && inline.text.trim() === ''),
  );
}
