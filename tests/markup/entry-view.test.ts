import { describe, expect, it } from 'vitest';
import type { Service } from '../../src/feed/service.ts';
import { entryView } from '../../src/markup/entry-view.ts';

function viewOf(texts: Partial<Service>, language: string) {
  const service: Service = {
    id: 'a',
    name: 'Mairie de Valombre',
    types: ['mairie'],
    address: { lines: [] },
    serves: [],
    phones: [],
    emails: [],
    websites: [],
    closures: [],
    images: [],
    source: { contributor: 'Mairie' },
    status: 'open',
    ...texts,
  };
  const entry = { number: 1, anchor: 'e-0001', service, typeLabels: ['Mairie'] };
  const fields = ['description', 'notes', 'audience'] as const;
  return entryView(entry, { level: 4, language, fields, isOnMap: false });
}

describe('the texts of an entry', () => {
  it('are in the language of the booklet, and say so', () => {
    const view = viewOf({ description: { fr: 'État civil', en: 'Registry' } }, 'en-GB');
    expect(view).toMatchObject({ description: 'Registry', descriptionLang: 'en' });
  });

  it('say which language stands in for one that they lack', () => {
    expect(viewOf({ notes: { de: 'Montags', fr: 'Le lundi' } }, 'en')).toMatchObject({
      notes: 'Le lundi',
      notesLang: 'fr',
    });
    expect(viewOf({ audience: { de: 'Kinder' } }, 'en')).toMatchObject({
      audience: 'Kinder',
      audienceLang: 'de',
    });
  });

  it('that are not there have no language', () => {
    expect(viewOf({}, 'fr').descriptionLang).toBeUndefined();
  });
});
