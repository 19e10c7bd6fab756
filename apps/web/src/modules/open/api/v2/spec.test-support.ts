import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import { parse } from 'yaml'
import { z } from 'zod'

const FILE = path.join(
  process.env.JAMVIKT_SHARED ?? path.resolve('..', 'shared'),
  ...['data', 'specs', 'PxAPI-2.yml'],
)

const schema = z.record(z.string(), z.unknown())
const parameter = z.object({ name: z.string(), in: z.enum(['query', 'path']), schema })
const content = z.record(z.string(), z.object({ schema }))
const operation = z.object({
  parameters: z.array(z.unknown()).default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.unknown()),
})
const document = z.object({
  paths: z.record(z.string(), z.partialRecord(z.enum(['get', 'post']), operation)),
  components: z.record(z.string(), z.record(z.string(), z.unknown())),
})
const reference = z.object({ $ref: z.string() })

export type Schema = z.infer<typeof schema>
export interface Operation {
  readonly path: string
  readonly method: 'get' | 'post'
  readonly parameters: readonly {
    readonly name: string
    readonly in: 'query' | 'path'
    readonly schema: Schema
  }[]
  readonly takesBody: boolean
  /** By status, the checks of each media type; none where the specification has no schema. */
  readonly answers: ReadonlyMap<number, ReadonlyMap<string, ValidateFunction>>
}

/**
 * The operations of the specification of PxWebApi 2, with its schemas made to what a checker of JSON Schema reads:
 * `nullable` becomes a second type. Two faults of the specification are passed over: a pattern that forbids the times
 * that the same schema demands (`updated`), and a required member that is nowhere defined (`values`).
 * @returns `null` where the file is not there, said aloud
 */
export function specifiedOperations(): readonly Operation[] | null {
  if (!existsSync(FILE)) {
    console.warn(`passed over: no specification at ${FILE}`)
    return null
  }
  const whole = document.parse(converted(parse(readFileSync(FILE, 'utf8'))))
  const ajv = new Ajv({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addSchema({ $id: 'spec', components: whole.components })
  const resolved = (part: unknown): unknown => {
    const found = reference.safeParse(part)
    if (!found.success) return part
    const [, , kind = '', name = ''] = found.data.$ref.split('/')
    return resolved(whole.components[kind]?.[name])
  }
  const compiled = (part: Schema) => ajv.compile(absolute(part))
  return Object.entries(whole.paths).flatMap(([at, methods]) =>
    (['get', 'post'] as const).flatMap((method): Operation[] => {
      const found = methods[method]
      if (found === undefined) return []
      const answers = Object.entries(found.responses).map(([status, response]) => {
        const types = content.safeParse(z.object({ content: z.unknown() }).parse(resolved(response)).content)
        const checks = Object.entries(types.data ?? {}).map(
          ([type, one]) => [type, compiled(one.schema)] as const,
        )
        return [Number(status), new Map(checks)] as const
      })
      return [
        {
          path: at,
          method,
          parameters: found.parameters.map((each) => {
            const read = parameter.parse(resolved(each))
            const { items, ...rest } = schema.parse(resolved(read.schema))
            return { ...read, schema: items === undefined ? rest : { ...rest, items: resolved(items) } }
          }),
          takesBody: found.requestBody !== undefined,
          answers: new Map(answers),
        },
      ]
    }),
  )
}

/** References within the document, from outside of it. */
function absolute(part: Schema): Schema {
  return schema.parse(JSON.parse(JSON.stringify(part).replaceAll('"#/components', '"spec#/components')))
}

function converted(part: unknown, name = ''): unknown {
  if (Array.isArray(part)) return part.map((each) => converted(each))
  if (typeof part !== 'object' || part === null) return part
  const { nullable, example: _, examples: __, ...rest } = schema.parse(part)
  const made = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, converted(value, key)]))
  if (name === 'updated') delete made.pattern
  if (name === 'VariableSelection') made.required = ['variableCode']
  if (made.exclusiveMaximum === true) {
    made.exclusiveMaximum = made.maximum
    delete made.maximum
  }
  return nullable === true && typeof made.type === 'string' ? { ...made, type: [made.type, 'null'] } : made
}
