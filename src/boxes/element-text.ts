import type { Element } from '../markup/element.ts';
import type { ContentPart } from '../style/computed-style.ts';

/** All the text of an element, blanks collapsed. */
export function elementText(element: Element): string {
  return rawText(element)
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
}

function rawText(element: Element): string {
  let text = '';
  for (const child of element.children) {
    if (child.kind === 'text') text += child.text;
    else if (child.name === 'br') text += ' ';
    else text += rawText(child);
  }
  return text;
}

/** The string that a `string-set` value makes of an element. */
export function contentString(parts: readonly ContentPart[], element: Element): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'attr') return element.attributes.get(part.name) ?? '';
      return part.kind === 'content' ? elementText(element) : '';
    })
    .join('');
}
