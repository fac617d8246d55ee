import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ChatPlace } from './bridge.ts';
import { fetchJson } from './fetch-json.ts';
import type { CreateSuggester, Suggester, Suggestible } from './suggestions/suggestible.ts';

const NONE: readonly string[] = [];

/**
 * The store's questions that the draft may be on its way to. `prepare` fetches what they are found with; without it, or
 * without the network, there are none.
 */
export function useSuggestions(urlOf: ChatPlace['urlOf'], language: string, draft: string) {
  const [suggest, setSuggest] = useState<Suggester>();
  const [wanted, setWanted] = useState(false);

  useEffect(() => {
    if (!wanted) return;
    let ended = false;
    setSuggest(undefined);
    loadSuggester(urlOf, language).then(
      (loaded) => ended || setSuggest(() => loaded),
      // Suggestions are a convenience: the next focus tries again.
      () => setWanted(false),
    );
    return () => {
      ended = true;
    };
  }, [urlOf, language, wanted]);

  const suggestions = useMemo(() => suggest?.(draft) ?? NONE, [suggest, draft]);
  return { suggestions, prepare: () => setWanted(true) };
}

async function loadSuggester(urlOf: ChatPlace['urlOf'], language: string): Promise<Suggester> {
  const [{ createSuggester }, questions] = await Promise.all([
    import(urlOf('suggest.js')) as Promise<{ readonly createSuggester: CreateSuggester }>,
    fetchJson<readonly Suggestible[]>(urlOf(`${language}.questions.json`)),
  ]);
  return createSuggester(questions);
}
