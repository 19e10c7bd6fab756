export { documentAnswer, isDocumentKind } from './document-answer.ts'
export { layOut } from './documents/lay-out.ts'
export { PLAIN_STYLE } from './model-style.ts'
export { DocumentMaker } from './service/document-maker.ts'
