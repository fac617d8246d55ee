import { OWN_LANGUAGES, type OwnSetId, readOwnSet } from './own-sets.ts';
import { PUBLIC_TITLES, type PublicSetId, readPublicSet } from './public-sets.ts';
import type { QuestionSet } from './question-set.ts';

export type SetId = PublicSetId | OwnSetId;

/** All sets, in the order of the report. */
export const SET_IDS = [...Object.keys(OWN_LANGUAGES), ...Object.keys(PUBLIC_TITLES)] as readonly SetId[];

/** Reads a set, or tells why it cannot be had. */
export function readSet(id: SetId, folder: string): QuestionSet | { readonly fault: string } {
  return isOwn(id) ? readOwnSet(id) : readPublicSet(folder, id);
}

function isOwn(id: SetId): id is OwnSetId {
  return id in OWN_LANGUAGES;
}
