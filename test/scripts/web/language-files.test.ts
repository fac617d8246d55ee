import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readLanguageFiles } from '../../../scripts/web/language-files.ts';

const OWN = join(import.meta.dirname, '../../../web/widget/languages');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'help-center-languages-'));
  cpSync(OWN, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the language files', () => {
  it('are sound, Chinese first', () => {
    expect(readLanguageFiles(OWN).map(({ code }) => code)).toEqual(['zh', 'en']);
  });

  it('name every fault of every file at once, with its cure', () => {
    const english = readFileSync(join(folder, 'en.yaml'), 'utf8');
    writeFileSync(
      join(folder, 'fr.yaml'),
      english.replace('answersIn: en', 'answersIn: fr').replace(/^ {2}send: .*\n/m, ''),
    );
    writeFileSync(
      join(folder, 'de.yaml'),
      english.replace('{count} left', 'viel übrig').replace('close: Close', "close: 'Zu {store}'"),
    );
    writeFileSync(join(folder, 'xx.yaml'), 'texts: [');
    expect(() => readLanguageFiles(folder)).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(
          /de\.yaml: texts\.close[\s\S]*de\.yaml: texts\.remaining[\s\S]*\{count\}[\s\S]*fr\.yaml: answersIn[\s\S]*fr\.yaml: texts\.send[\s\S]*cure[\s\S]*xx\.yaml/,
        ),
      }),
    );
  });
});
