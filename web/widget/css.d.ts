/** The build turns a style sheet into its minified text. */
declare module '*.css' {
  export const css: string;
}
