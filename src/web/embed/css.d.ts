/** A style sheet as text, put into the script when it is built. */
declare module '*.css' {
  const sheet: string;
  // biome-ignore lint/style/noDefaultExport: what the bundler gives for a text
  export default sheet;
}
