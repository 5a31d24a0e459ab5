const article = /^(l['’]|(?:les?|la)\s+)(?=\S)/i;
const leadingSigns = /^[^\p{L}\p{N}]+/u;

const forms = new Map<string, string>();
const mostForms = 50_000;

/** A name with its article moved behind, as an index prints it: "Poste (La)", "Atelier (L’)". */
export function indexForm(name: string): string {
  let form = forms.get(name);
  if (form === undefined) {
    if (forms.size >= mostForms) forms.clear();
    form = articleBehind(name);
    forms.set(name, form);
  }
  return form;
}

function articleBehind(name: string): string {
  const plain = name.replace(leadingSigns, '');
  const match = article.exec(plain);
  if (!match) return plain === '' ? name : capitalised(plain);
  const rest = plain.slice(match[0].length).replace(leadingSigns, '');
  if (rest === '') return name;
  return `${capitalised(rest)} (${match[0].trim().replace("'", '’')})`;
}

function capitalised(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) as number);
  return first.toLocaleUpperCase('fr') + text.slice(first.length);
}

/** Letter under which an index form stands: A to Z without accents, "0-9" for figures, other scripts their own. */
export function indexLetter(form: string): string {
  const [first = ''] = form.replace(leadingSigns, '');
  if (/\p{N}/u.test(first) || first === '') return '0-9';
  const plain = first.toUpperCase().replace('Œ', 'O').replace('Æ', 'A');
  return plain.normalize('NFD').charAt(0);
}
