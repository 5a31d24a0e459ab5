import type { Element } from '../markup/element.ts';
import type { LinkTarget } from './box.ts';
import { elementText } from './element-text.ts';

type Wording = (address: string) => string;

interface Wordings {
  readonly call: Wording;
  readonly write: Wording;
  readonly open: Wording;
}

const wordings: Readonly<Record<string, Wordings>> = {
  fr: {
    call: (at) => `Appeler le ${at}`,
    write: (at) => `Écrire à ${at}`,
    open: (at) => `Ouvrir ${at}`,
  },
  en: { call: (at) => `Call ${at}`, write: (at) => `Write to ${at}`, open: (at) => `Open ${at}` },
  de: {
    call: (at) => `${at} anrufen`,
    write: (at) => `An ${at} schreiben`,
    open: (at) => `${at} öffnen`,
  },
  es: {
    call: (at) => `Llamar al ${at}`,
    write: (at) => `Escribir a ${at}`,
    open: (at) => `Abrir ${at}`,
  },
  it: {
    call: (at) => `Chiamare ${at}`,
    write: (at) => `Scrivere a ${at}`,
    open: (at) => `Aprire ${at}`,
  },
  nl: {
    call: (at) => `${at} bellen`,
    write: (at) => `Schrijven aan ${at}`,
    open: (at) => `${at} openen`,
  },
};

const numberAlone = /^[+\d][\d\s().\u00a0\u202f-]*$/;
const addressAlone = /^\S+[.@]\S+$/;

/** What a link says when it is read aloud on its own: its title, its words, or what its address is for. */
export function linkContents(element: Element, target: LinkTarget, lang: string): string {
  const title = element.attributes.get('title')?.trim();
  if (title) return title;
  const text = elementText(element) || pictureText(element).trim();
  if (target.kind === 'anchor') return text || target.anchor;
  const { uri } = target;
  const shown = text || uri.replace(/^\w+:(\/\/)?/, '');
  const { call, write, open } = wordings[lang.split('-')[0] as string] ?? (wordings.en as Wordings);
  if (/^tel:/i.test(uri) && numberAlone.test(shown)) return call(shown);
  if (!addressAlone.test(shown)) return shown;
  return /^mailto:/i.test(uri) ? write(shown) : open(shown);
}

function pictureText({ children }: Element): string {
  let text = '';
  for (const child of children) {
    if (child.kind === 'text') continue;
    text += ` ${child.attributes.get('alt') ?? ''}${pictureText(child)}`;
  }
  return text;
}
