/** What the build puts into the loader. */
interface BuiltIn {
  /** Changes whenever one of the fetched files does. */
  readonly version: string;
  /** The languages by their code, with what is said before one is fetched. The first is for readers of any other. */
  readonly languages: Readonly<Record<string, { readonly open: string; readonly notLoaded: string }>>;
}

declare const BUILT_IN: BuiltIn;

export const builtIn: BuiltIn = BUILT_IN;
