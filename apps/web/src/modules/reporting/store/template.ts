import type { TenantDb } from '../../../platform/db/tenant.ts'
import { type TemplateFacts, templateFactsSchema } from '../model-template.ts'
import { withTemplates } from './template-tables.ts'

/** The template that a region has chosen, without its file. */
export interface ChosenTemplate {
  readonly hash: string
  readonly name: string
  /** Not where it has been removed: it can be brought back. */
  readonly isUsed: boolean
  /** `null` of a file whose facts cannot be read: it can still be replaced and removed. */
  readonly facts: TemplateFacts | null
  readonly revision: number
  readonly changedAt: Date
  readonly changedBy: string
}

/** Holds the region’s choice until the transaction ends: for a change, or so that it and its file stay while they are read. */
export async function holdTemplate(db: TenantDb, forWhat: 'change' | 'reading') {
  const query = withTemplates(db).selectFrom('region_template').select('hash')
  await (forWhat === 'change' ? query.forUpdate() : query.forShare()).execute()
}

/** The region’s template; `null` where there has never been one. */
export async function templateOf(db: TenantDb): Promise<ChosenTemplate | null> {
  const row = await withTemplates(db)
    .selectFrom('region_template as chosen')
    .innerJoin('report_template as file', 'file.hash', 'chosen.hash')
    .select(['chosen.hash', 'chosen.name', 'chosen.is_used', 'chosen.revision', 'chosen.changed_at'])
    .select(['chosen.changed_name', 'file.facts'])
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    hash: row.hash,
    name: row.name,
    isUsed: row.is_used,
    facts: templateFactsSchema.safeParse(row.facts).data ?? null,
    revision: row.revision,
    changedAt: row.changed_at,
    changedBy: row.changed_name,
  }
}

/** The file of a template; `null` where there is none of that hash. */
export async function templateFile(db: TenantDb, hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const row = await withTemplates(db)
    .selectFrom('report_template')
    .select('body')
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row === undefined ? null : Uint8Array.from(row.body)
}

/** Keeps a file, once. */
export async function keepTemplateFile(
  db: TenantDb,
  regionId: string,
  file: { readonly hash: string; readonly bytes: Uint8Array; readonly facts: TemplateFacts },
) {
  const { hash, bytes, facts } = file
  await withTemplates(db)
    .insertInto('report_template')
    .values({ region_id: regionId, hash, body: Buffer.from(bytes), facts: JSON.stringify(facts) })
    .onConflict((conflict) => conflict.columns(['region_id', 'hash']).doNothing())
    .execute()
}

/**
 * Writes down which template the region has chosen.
 * @param isFirst nobody is known to have chosen one
 * @returns `false`, and nothing is changed, where somebody else has been first
 */
export async function chooseTemplate(
  db: TenantDb,
  by: { readonly regionId: string; readonly personId: string; readonly personName: string },
  chosen: Pick<ChosenTemplate, 'hash' | 'name' | 'isUsed' | 'revision'>,
  isFirst: boolean,
): Promise<boolean> {
  const { hash, name, isUsed, revision } = chosen
  const values = {
    hash,
    name,
    is_used: isUsed,
    revision,
    changed_at: new Date(),
    changed_by: by.personId,
    changed_name: by.personName,
  }
  if (!isFirst) {
    await withTemplates(db)
      .updateTable('region_template')
      .set(values)
      .where('region_id', '=', by.regionId)
      .execute()
    return true
  }
  const added = await withTemplates(db)
    .insertInto('region_template')
    .values({ region_id: by.regionId, ...values })
    .onConflict((conflict) => conflict.column('region_id').doNothing())
    .returning('hash')
    .executeTakeFirst()
  return added !== undefined
}

/** Lets go of files that neither the region nor an adopted report uses. */
export async function dropUnusedTemplates(db: TenantDb) {
  await withTemplates(db)
    .deleteFrom('report_template as file')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('region_template').select('hash').whereRef('hash', '=', 'file.hash'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('plan_report_adopted')
            .select('template_hash')
            .whereRef('template_hash', '=', 'file.hash'),
        ),
      ),
    )
    .execute()
}
