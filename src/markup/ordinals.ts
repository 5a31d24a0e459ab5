/** HTML that is not escaped again: Handlebars calls `toHTML`. */
export class SafeHtml {
  readonly #html: string;

  constructor(html: string) {
    this.#html = html;
  }

  toHTML(): string {
    return this.#html;
  }

  toString(): string {
    return this.#html;
  }

  /** Text made safe between tags and inside quoted attributes. */
  static escape(text: string): string {
    return text.replace(/[&<>"']/g, (sign) => entities[sign] as string);
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};

/** Number or Roman number, then its ending, then no letter or digit: 1er, 2e, XIXe, 3rd. */
const ordinal =
  /(?<![\p{L}\p{N}])(?:(\d+)(ers?|res?|ères?|nde?s?|èmes?|es?|st|rd|th)|([IVX]+)(er|ème|e))(?![\p{L}\p{N}])/gu;

/** The text as safe HTML, endings of ordinals raised: 1<sup>er</sup>; "ème" is shortened to "e". */
export function ordinalsHtml(text: string): SafeHtml {
  return new SafeHtml(SafeHtml.escape(text).replace(ordinal, raise));
}

function raise(_: string, ...parts: readonly (string | undefined)[]): string {
  const [arabic, ending, roman, romanEnding] = parts;
  const short = (ending ?? romanEnding ?? '').replace(/^ème/, 'e').replace(/^ère/, 're');
  return `${arabic ?? roman}<sup>${short}</sup>`;
}
