/** What is used of n3, which comes without types. */
declare module 'n3' {
  interface Term {
    readonly termType: string
    readonly value: string
    readonly language?: string
    readonly datatype?: { readonly value: string }
  }
  export class Parser {
    constructor(options?: { readonly format?: string })
    parse(text: string): { readonly subject: Term; readonly predicate: Term; readonly object: Term }[]
  }
}
