import type { TemplateReason } from '../model-template.ts'

/** Ends the reading of a template that cannot be used; the doors of this folder make a value of it. */
export class TemplateFault extends Error {
  readonly reason: TemplateReason
  readonly detail: string

  constructor(reason: TemplateReason, detail = '') {
    super(`${reason} ${detail}`)
    this.reason = reason
    this.detail = detail.slice(0, 100)
  }
}
