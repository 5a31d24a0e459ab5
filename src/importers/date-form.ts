import { isoDate } from '../feed/clean-date.ts';

const parts = /DD|MM|YYYY|YY/g;

/** A reader of dates written in a form such as "DD/MM/YYYY"; it gives ISO 8601, or the text itself when it does not fit. */
export function dateReader(form: string): (text: string) => string {
  const names = form.match(parts) ?? [];
  const escaped = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(
    `^${escaped.replace(parts, (part) => (part === 'YYYY' ? '(\\d{4})' : '(\\d{1,2})'))}(?:[T\\s].*)?$`,
  );
  return (text) => {
    const match = pattern.exec(text.trim());
    if (!match) return text;
    const found = new Map(names.map((name, index) => [name, match[index + 1] as string]));
    const year = found.get('YYYY') ?? `20${found.get('YY')?.padStart(2, '0')}`;
    const [month, day] = [found.get('MM') ?? '01', found.get('DD') ?? '01'];
    return isoDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) ?? text;
  };
}
